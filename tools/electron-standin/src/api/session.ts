import { EventEmitter } from 'node:events';
import type {
  CallbackResponse,
  HeadersReceivedResponse,
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  Session,
  WebContents,
  WebRequestFilter,
} from 'electron';
import { chromium } from '../stand-in';
import { namingWhatIsMissing } from '../not-implemented';
import { protocol } from './protocol';

type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: CallbackResponse) => void,
) => void;
type HeadersListener = (
  details: OnHeadersReceivedListenerDetails,
  callback: (response: HeadersReceivedResponse) => void,
) => void;
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** Electron's names of permissions, and those of the DevTools protocol. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
} as const;

interface Filtered<L> {
  readonly matches: (url: string) => boolean;
  readonly listener: L;
}

/** The listener may come alone or after a filter. */
function filtered<L extends RequestListener | HeadersListener>(
  first: WebRequestFilter | L | null,
  second: L | null | undefined,
): Filtered<L> | null {
  const isFilter = typeof first === 'object' && first !== null;
  const listener = isFilter ? second : first;
  if (listener === null || listener === undefined) return null;
  const patterns = isFilter ? first.urls : [];
  const expressions = patterns.map((pattern) => {
    if (pattern === '<all_urls>') return /^/;
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${source}$`);
  });
  return {
    listener,
    matches: (url) => expressions.length === 0 || expressions.some((each) => each.test(url)),
  };
}

class StandInWebRequest {
  private beforeRequest: Filtered<RequestListener> | null = null;
  private headersReceived: Filtered<HeadersListener> | null = null;

  onBeforeRequest(
    first: WebRequestFilter | RequestListener | null,
    second?: RequestListener | null,
  ): void {
    this.beforeRequest = filtered(first, second);
  }

  onHeadersReceived(
    first: WebRequestFilter | HeadersListener | null,
    second?: HeadersListener | null,
  ): void {
    this.headersReceived = filtered(first, second);
  }

  /** Whether a request may go on. */
  allows(details: OnBeforeRequestListenerDetails): Promise<boolean> {
    const { beforeRequest } = this;
    if (!beforeRequest?.matches(details.url)) return Promise.resolve(true);
    return new Promise((resolve) => {
      beforeRequest.listener(details, ({ cancel }) => resolve(cancel !== true));
    });
  }

  /** The headers a response goes on with, or `undefined` where it is refused. */
  headers(
    details: OnHeadersReceivedListenerDetails,
  ): Promise<Record<string, string | string[]> | undefined> {
    const { headersReceived } = this;
    const unchanged = details.responseHeaders ?? {};
    if (!headersReceived?.matches(details.url)) return Promise.resolve(unchanged);
    return new Promise((resolve) => {
      headersReceived.listener(details, ({ cancel, responseHeaders }) => {
        resolve(cancel === true ? undefined : (responseHeaders ?? unchanged));
      });
    });
  }
}

class StandInSession
  extends EventEmitter
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setCertificateVerifyProc'
      | 'setSpellCheckerLanguages'
      | 'getSpellCheckerLanguages'
      | 'availableSpellCheckerLanguages'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
      | 'clearCache'
      | 'clearStorageData'
      | 'isPersistent'
      | 'getUserAgent'
      | 'setUserAgent'
    >
{
  readonly protocol = protocol;
  readonly webRequest = namingWhatIsMissing('session.webRequest', new StandInWebRequest());
  readonly availableSpellCheckerLanguages: string[] = [];
  private requestHandler: RequestHandler = null;
  private checkHandler: CheckHandler = null;
  private spellCheckerLanguages: string[] = [];
  private spellCheckerEnabled = false;
  private userAgent = '';

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(): void {
    // No device is ever offered here, so there is nothing to decide.
  }

  setCertificateVerifyProc(): void {
    // Nothing is ever fetched from a server, so no certificate is ever seen.
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.spellCheckerLanguages = [...languages];
  }

  getSpellCheckerLanguages(): string[] {
    return [...this.spellCheckerLanguages];
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellCheckerEnabled = enabled;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }

  async clearCache(): Promise<void> {
    // The profile is new with every start, and intercepted responses are never cached.
  }

  async clearStorageData(): Promise<void> {
    await chromium().connection.browser.send('Storage.clearCookies');
  }

  isPersistent(): boolean {
    return false;
  }

  getUserAgent(): string {
    return this.userAgent;
  }

  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }

  /** Asks the application's handlers about each permission and tells Chromium what they say. */
  async applyPermissions(contents: WebContents, url: string, loadable: string): Promise<void> {
    const { requestHandler, checkHandler } = this;
    if (requestHandler === null && checkHandler === null) return;
    const details = { isMainFrame: true, requestingUrl: url, mediaType: 'unknown' as const };
    for (const [permission, names] of Object.entries(PERMISSIONS)) {
      const name = permission as keyof typeof PERMISSIONS;
      const isRequested = await new Promise<boolean>((resolve) => {
        if (requestHandler === null) resolve(true);
        else requestHandler(contents, name, resolve, details);
      });
      const isGranted = isRequested && (checkHandler?.(contents, name, url, details) ?? true);
      for (const each of names) {
        await chromium().connection.browser.send('Browser.setPermission', {
          permission: { name: each },
          setting: isGranted ? 'granted' : 'denied',
          origin: new URL(loadable).origin,
        });
      }
    }
  }
}

export const defaultSession = namingWhatIsMissing('session', new StandInSession());

export const session = namingWhatIsMissing('session', {
  defaultSession,
  // One browser profile serves them all; the application has one partition only.
  fromPartition: (): typeof defaultSession => defaultSession,
});
