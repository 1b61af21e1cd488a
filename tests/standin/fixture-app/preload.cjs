'use strict';
const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  send: (channel, ...values) => ipcRenderer.send(channel, ...values),
  onNotice: (listener) => {
    const heard = (_event, ...values) => listener(...values);
    ipcRenderer.on('notice', heard);
    return () => ipcRenderer.off('notice', heard);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  facts: { platform: process.platform, electron: process.versions.electron, argv: process.argv },
  unknown: () => ipcRenderer.sendSync('anything'),
});
