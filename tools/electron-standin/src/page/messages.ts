/** What a page's preload shim tells the main process. */
export type FromPage =
  | readonly ['hello']
  | readonly ['send', channel: string, values: readonly unknown[]]
  | readonly ['invoke', request: number, channel: string, values: readonly unknown[]]
  | readonly ['open', url: string, frameName: string, features: string]
  | readonly ['accelerator', accelerator: string]
  | readonly ['files', request: number, count: number]
  | readonly ['window', change: WindowChange];

export interface WindowChange {
  readonly kind: 'focus' | 'blur' | 'resize';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the main process tells a page's preload shim. */
export type ToPage =
  | readonly ['message', channel: string, values: readonly unknown[]]
  | readonly ['value', request: number, value: unknown]
  | readonly ['failure', request: number, message: string]
  | readonly ['accelerators', accelerators: readonly string[]]
  | readonly ['paths', request: number, paths: readonly string[]];

export interface ShimSettings {
  /** The protocol binding over which text reaches the main process. */
  readonly binding: string;
  /** The unguessable name under which the shim takes text from the main process. */
  readonly receiver: string;
  readonly headless: boolean;
  /** Chromium closes a window without asking anyone but the page. */
  readonly asksBeforeClosing: boolean;
  readonly chunkLength: number;
  readonly process: {
    readonly platform: string;
    readonly arch: string;
    readonly argv: readonly string[];
    readonly versions: Readonly<Record<string, string>>;
    readonly sandboxed: boolean;
    readonly contextIsolated: boolean;
  };
}
