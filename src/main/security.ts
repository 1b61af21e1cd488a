import { app, protocol, session } from 'electron';
import { pageOrigin } from './app-protocol';

const localSchemes = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:']);

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'media', privileges: { standard: true, secure: true } },
  ]);
}

/** No network, no permission, no navigation, no new window, no embedded page. */
export function closeEverything(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !localSchemes.has(new URL(details.url).protocol) });
  });
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Whether a message comes from the program's own page, and not from something inside it. */
export function isOwnPage(frameUrl: string | undefined): boolean {
  return frameUrl?.startsWith(`${pageOrigin}/`) === true;
}
