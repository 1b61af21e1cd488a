import type { createMessageCodec } from '../message-codec';
import type { FromPage, ShimSettings, ToPage, WindowChange } from './messages';

type Preload = (
  require: (module: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;

type Listener = (...values: unknown[]) => void;

/*
 * Runs in the page before its own scripts and runs the application's preload script there, with the
 * part of Electron that a sandboxed preload script gets. It is sent to the page as source text, so
 * it refers to nothing outside itself; what the page must not see stays in the closure.
 */
export function preloadShim(
  settings: ShimSettings,
  createCodec: typeof createMessageCodec,
  preload: Preload | undefined,
): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  const post = globals[settings.binding] as ((text: string) => void) | undefined;
  Reflect.deleteProperty(globals, settings.binding);
  if (window.top !== window || post === undefined) return;

  // --- text to and from the main process, in pieces -------------------------------------------

  interface NativeBase64 {
    toBase64(): string;
  }
  const nativeBytes = Uint8Array as unknown as {
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  };
  const codec = createCodec({
    encode: (bytes) => (bytes as unknown as NativeBase64).toBase64(),
    decode: (text) => nativeBytes.fromBase64(text),
  });

  function tell(message: FromPage): void {
    const text = codec.encode(message);
    const { chunkLength } = settings;
    for (let start = 0; start < text.length; start += chunkLength) {
      const isLast = start + chunkLength >= text.length;
      post?.((isLast ? '.' : '+') + text.slice(start, start + chunkLength));
    }
  }

  let pieces: string[] = [];
  function receive(piece: string): void {
    pieces.push(piece.slice(1));
    if (piece.startsWith('+')) return;
    const text = pieces.join('');
    pieces = [];
    hear(codec.decode(text) as ToPage);
  }
  Object.defineProperty(globalThis, settings.receiver, { value: receive });

  interface Pending {
    resolve(value: unknown): void;
    reject(error: Error): void;
  }
  const pending = new Map<number, Pending>();
  let lastRequest = 0;

  function ask(message: (request: number) => FromPage): Promise<unknown> {
    lastRequest += 1;
    const request = lastRequest;
    return new Promise((resolve, reject) => {
      pending.set(request, { resolve, reject });
      try {
        tell(message(request));
      } catch (error) {
        pending.delete(request);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  function hear(message: ToPage): void {
    switch (message[0]) {
      case 'message':
        emit(message[1], message[2]);
        return;
      case 'accelerators':
        accelerators = new Set(message[1]);
        return;
      case 'failure':
        pending.get(message[1])?.reject(new Error(message[2]));
        pending.delete(message[1]);
        return;
      case 'value':
      case 'paths':
        pending.get(message[1])?.resolve(message[2]);
        pending.delete(message[1]);
    }
  }

  // --- ipcRenderer ------------------------------------------------------------------------------

  function lacking<T extends object>(name: string, target: T): T {
    const askedOfEveryObject = ['then', 'toJSON', '__esModule', 'default', 'constructor'];
    return new Proxy(target, {
      get(object, key) {
        if (typeof key === 'symbol' || key in object || askedOfEveryObject.includes(key)) {
          return Reflect.get(object, key) as unknown;
        }
        throw new Error(`electron-standin: ${name}.${key} is not implemented`);
      },
    });
  }

  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  function emit(channel: string, values: readonly unknown[]): void {
    for (const entry of [...(listeners.get(channel) ?? [])]) {
      if (entry.once) ipcRenderer.removeListener(channel, entry.listener);
      try {
        entry.listener({ sender: ipcRenderer, ports: [] }, ...values);
      } catch (error) {
        // One listener's mistake must not keep the message from the others.
        globalThis.reportError(error);
      }
    }
  }

  function listen(channel: string, listener: Listener, once: boolean): unknown {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  }

  const ipcRenderer = lacking('ipcRenderer', {
    on: (channel: string, listener: Listener) => listen(channel, listener, false),
    addListener: (channel: string, listener: Listener) => listen(channel, listener, false),
    once: (channel: string, listener: Listener) => listen(channel, listener, true),
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeListener: (channel: string, listener: Listener): unknown => {
      const remaining = [...(listeners.get(channel) ?? [])];
      const index = remaining.findIndex((entry) => entry.listener === listener);
      if (index !== -1) remaining.splice(index, 1);
      listeners.set(channel, remaining);
      return ipcRenderer;
    },
    removeAllListeners: (channel?: string): unknown => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    send: (channel: string, ...values: unknown[]) => tell(['send', channel, values]),
    invoke: (channel: string, ...values: unknown[]) =>
      ask((request) => ['invoke', request, channel, values]),
  });

  // --- contextBridge ----------------------------------------------------------------------------

  /** Copies plain data and wraps functions, so that neither side can change the other's objects. */
  function bridged(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') {
      const original = value as (...values: unknown[]) => unknown;
      return (...values: unknown[]): unknown => {
        const given = values.map((item) => bridged(item));
        try {
          return bridged(original(...given));
        } catch (error) {
          throw error instanceof Error ? new Error(error.message) : error;
        }
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    if (value instanceof Promise) {
      return value.then(
        (item) => bridged(item),
        (error: unknown) => {
          throw error instanceof Error ? new Error(error.message) : error;
        },
      );
    }
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of value) copy.push(bridged(item, seen));
      return copy;
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const [key, item] of Object.entries(value)) copy[key] = bridged(item, seen);
    return copy;
  }

  function freezeDeeply(value: unknown): void {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    if (ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freezeDeeply);
  }

  const contextBridge = lacking('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (name in globalThis) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      const value = bridged(api);
      freezeDeeply(value);
      Object.defineProperty(globalThis, name, { value, enumerable: true });
    },
  });

  // --- webUtils ---------------------------------------------------------------------------------

  /*
   * A file's path has to be asked of the main process, which takes a moment, while getPathForFile
   * answers at once. So the events that bring files are held back until the paths are known.
   */
  const pathOfFile = new WeakMap<File, string>();
  const replayed = new WeakSet<Event>();

  async function learnPaths(files: readonly File[]): Promise<void> {
    heldFiles.set(lastRequest + 1, files);
    const paths = await ask((request) => ['files', request, files.length]);
    files.forEach((file, index) => pathOfFile.set(file, (paths as string[])[index] ?? ''));
  }
  const heldFiles = new Map<number, readonly File[]>();
  Object.defineProperty(globalThis, `${settings.receiver}Files`, {
    value: (request: number, index: number): File | undefined => heldFiles.get(request)?.[index],
  });

  function holdBack(event: Event, files: readonly File[], again: () => Event): void {
    if (replayed.has(event) || files.length === 0 || files.every((file) => pathOfFile.has(file))) {
      return;
    }
    const { target } = event;
    event.stopImmediatePropagation();
    event.preventDefault();
    const repeat = again();
    replayed.add(repeat);
    learnPaths(files)
      .catch(() => undefined)
      .finally(() => {
        heldFiles.clear();
        target?.dispatchEvent(repeat);
      });
  }

  window.addEventListener(
    'change',
    (event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.files === null) return;
      holdBack(event, [...input.files], () => new Event('change', { bubbles: true }));
    },
    true,
  );
  window.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      holdBack(event, files, () => {
        const dataTransfer = new DataTransfer();
        for (const file of files) dataTransfer.items.add(file);
        const { clientX, clientY, ctrlKey, shiftKey, altKey, metaKey } = event;
        const keys = { ctrlKey, shiftKey, altKey, metaKey };
        const place = { clientX, clientY, bubbles: true, cancelable: true, composed: true };
        return new DragEvent('drop', { ...place, ...keys, dataTransfer });
      });
    },
    true,
  );

  const webUtils = lacking('webUtils', {
    getPathForFile: (file: File): string => pathOfFile.get(file) ?? '',
  });

  // --- what Electron does with the page itself --------------------------------------------------

  window.open = (url = '', target = '', features = ''): null => {
    const absolute = String(url) === '' ? 'about:blank' : new URL(url, document.baseURI).href;
    tell(['open', absolute, target, features]);
    return null;
  };

  function openLinkElsewhere(event: MouseEvent): void {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href], area[href]');
    if (!(link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement)) return;
    const isMiddle = event.type === 'auxclick' && event.button === 1;
    const isElsewhere = /^(?!_self$|_top$|_parent$)./i.test(link.target);
    if (!isMiddle && !(event.button === 0 && (isElsewhere || event.ctrlKey || event.shiftKey))) {
      return;
    }
    event.preventDefault();
    tell(['open', link.href, link.target, '']);
  }
  window.addEventListener('click', openLinkElsewhere);
  window.addEventListener('auxclick', openLinkElsewhere);

  // Spelled as the main process spells them: modifiers in this order, then the key.
  let accelerators: ReadonlySet<string> = new Set();
  // What Chromium's own windows do on these keys, no window of an application does.
  const takenByChromium = new Set(
    (
      'f1 f3 f5 f12 ctrl+f5 ctrl+d ctrl+f ctrl+g ctrl+h ctrl+j ctrl+n ctrl+o ctrl+p ctrl+r ctrl+s ' +
      'ctrl+t ctrl+u ctrl+shift+c ctrl+shift+i ctrl+shift+j ctrl+shift+n ctrl+shift+r ' +
      'ctrl+shift+t alt+arrowleft alt+arrowright'
    ).split(' '),
  );
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const modifiers = [
      event.ctrlKey ? 'ctrl+' : '',
      event.altKey ? 'alt+' : '',
      event.shiftKey ? 'shift+' : '',
      event.metaKey ? 'meta+' : '',
    ].join('');
    const key = event.key === ' ' ? 'space' : event.key === '+' ? 'plus' : event.key.toLowerCase();
    const keyByPosition = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase() ?? key;
    const pressed = [modifiers + key, modifiers + keyByPosition];
    if (key === 'plus') pressed.push(modifiers.replace('shift+', '') + key);
    const accelerator = pressed.find((name) => accelerators.has(name));
    if (accelerator === undefined) {
      if (pressed.some((name) => takenByChromium.has(name))) event.preventDefault();
      return;
    }
    event.preventDefault();
    tell(['accelerator', accelerator]);
  });

  if (!settings.headless) {
    const report = (kind: WindowChange['kind']): void => {
      const { screenX: x, screenY: y, innerWidth: width, innerHeight: height } = window;
      tell(['window', { kind, x, y, width, height }]);
    };
    if (settings.asksBeforeClosing) {
      // The question that this raises is answered by the main process, which asks the application.
      window.addEventListener('beforeunload', (event) => {
        if (event.isTrusted) event.preventDefault();
      });
    }
    for (const kind of ['focus', 'blur', 'resize'] as const) {
      window.addEventListener(kind, (event) => {
        if (event.target === window) report(kind);
      });
    }
  }

  // --- the application's preload script ---------------------------------------------------------

  tell(['hello']);
  if (preload === undefined) return;
  const electron = lacking('electron', { ipcRenderer, contextBridge, webUtils });
  const requireFromPreload = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const preloadProcess = lacking('process', {
    ...settings.process,
    type: 'renderer',
    env: {},
    pid: 0,
  });
  const module = { exports: {} };
  try {
    preload(requireFromPreload, module, module.exports, preloadProcess);
  } catch (error) {
    console.error('Unable to load preload script', error);
  }
}
