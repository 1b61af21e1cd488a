'use strict';
const { app, BrowserWindow, ipcMain, Menu, protocol, session } = require('electron');
const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { Worker } = require('node:worker_threads');

const noted = [];
globalThis.noted = noted;

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const POLICY = "default-src 'self'; img-src 'self' media:; style-src 'self'; script-src 'self'";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'media', privileges: { standard: true, secure: true } },
]);

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      additionalArguments: ['--fixture'],
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.setWindowOpenHandler(({ url }) => {
    noted.push(['open', url]);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event, url) => {
    noted.push(['will-navigate', url]);
    if (!url.startsWith('app://')) event.preventDefault();
  });
  window.loadURL('app://bundle/index.html');
  return window;
}

for (const name of ['before-quit', 'will-quit', 'quit']) {
  app.on(name, () => process.stdout.write(`fixture: ${name}\n`));
}
app.on('second-instance', (_event, argv) => noted.push(['second-instance', argv.at(-1)]));

if (process.argv.includes('--single') && !app.requestSingleInstanceLock()) {
  process.stdout.write('fixture: second\n');
  app.quit();
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('size', (_event, bytes) => [bytes.constructor.name, bytes.length, bytes.at(-1)]);
ipcMain.handle('bytes', (_event, length) => new Uint8Array(length).fill(7));
ipcMain.handle('fail', () => {
  throw new TypeError('no such release');
});
ipcMain.handle('sender', (event) => ({
  id: event.sender.id,
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
}));
ipcMain.handle(
  'worker',
  (_event, value) =>
    new Promise((resolve) => {
      const code =
        "const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData * 2)";
      new Worker(code, { eval: true, workerData: value }).once('message', resolve);
    }),
);
ipcMain.on('note', (_event, value) => noted.push(['note', value]));

app.whenReady().then(() => {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    try {
      const body = await readFile(path.join(__dirname, pathname));
      return new Response(body, {
        headers: {
          'Content-Type': TYPES[path.extname(pathname)] ?? 'application/octet-stream',
          'Content-Security-Policy': POLICY,
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  protocol.handle('media', (request) => {
    noted.push(['media', request.url]);
    return new Response(SVG, { headers: { 'Content-Type': 'image/svg+xml' } });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) =>
    callback(false),
  );
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    noted.push([details.url.startsWith('app:') ? 'own' : 'request', details.url]);
    callback({});
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          {
            id: 'new',
            label: 'New',
            accelerator: 'CmdOrCtrl+N',
            click: (_item, window) => noted.push(['new', window?.id]),
          },
          { role: 'quit' },
        ],
      },
    ]),
  );
  globalThis.createWindow = createWindow;
  createWindow();
});
app.on('window-all-closed', () => app.quit());
