import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { ArchiveBridge, NoticeChannel, Notices } from '../shared/ipc-contract';
import { noticeWire, requestWire } from '../shared/wire';

const bridge: ArchiveBridge = {
  request: (channel, argument) => ipcRenderer.invoke(requestWire, channel, argument),
  listen: <N extends NoticeChannel>(notice: N, listener: (value: Notices[N]) => void) => {
    const hear = (_event: IpcRendererEvent, name: NoticeChannel, value: Notices[N]): void => {
      if (name === notice) listener(value);
    };
    ipcRenderer.on(noticeWire, hear);
    return () => {
      ipcRenderer.off(noticeWire, hear);
    };
  },
  platform:
    process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
};

contextBridge.exposeInMainWorld('archive', bridge);
