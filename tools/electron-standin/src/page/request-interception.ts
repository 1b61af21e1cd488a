import { STATUS_CODES } from 'node:http';
import type { OnBeforeRequestListenerDetails } from 'electron';
import type { Protocol as DevTools } from 'playwright-core/types/protocol';
import { fileResponse } from '../api/net';
import { protocol } from '../api/protocol';
import { defaultSession } from '../api/session';
import type { DevToolsSession } from '../browser/devtools-connection';
import { schemeOf, toLoadable, toLoadablePolicy, toOriginal } from '../custom-schemes';

type Paused = DevTools.Fetch.requestPausedPayload;
type Headers_ = Record<string, string | string[]>;

const BODILESS = new Set([101, 204, 205, 304]);

/** Answers every request of a page from the application's own handlers, and no other way. */
export class RequestInterception {
  constructor(
    private readonly page: DevToolsSession,
    private readonly webContentsId: number,
    /** Asked before the page itself moves to another address. */
    private readonly mayNavigate: (frameId: string, url: string) => boolean,
  ) {}

  async start(): Promise<void> {
    this.page.on('Fetch.requestPaused', (paused) => {
      this.answer(paused).catch((error: unknown) => {
        process.stderr.write(
          `electron-standin: ${toOriginal(paused.request.url)}: ${String(error)}\n`,
        );
        return this.refuse(paused, 'Failed').catch(() => undefined);
      });
    });
    await this.page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  private async answer(paused: Paused): Promise<void> {
    const { requestId } = paused;
    const url = toOriginal(paused.request.url);
    if (isForBrowserTab(paused)) {
      await this.page.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    if (paused.resourceType === 'Document' && !this.mayNavigate(paused.frameId, url)) {
      return this.refuse(paused, 'Aborted');
    }
    const details = this.details(paused, url);
    if (!(await defaultSession.webRequest.allows({ ...details, uploadData: [] }))) {
      return this.refuse(paused, 'BlockedByClient');
    }
    const scheme = schemeOf(url);
    if (['about', 'blob', 'data'].includes(scheme)) {
      await this.page.send('Fetch.continueRequest', { requestId });
      return;
    }
    const handler = protocol.handlerOf(scheme) ?? (scheme === 'file' ? serveFile : undefined);
    if (handler === undefined) return this.refuse(paused, 'BlockedByClient');
    const response = await handler(this.request(paused, url));
    const headers = await defaultSession.webRequest.headers({
      ...details,
      statusLine: `HTTP/1.1 ${response.status} ${response.statusText}`,
      statusCode: response.status,
      responseHeaders: grouped(response.headers),
    });
    // `Response.error()` is how a handler says that the request fails.
    if (headers === undefined || response.type === 'error') return this.refuse(paused, 'Failed');
    await this.fulfil(paused, url, response, headers);
  }

  private details(paused: Paused, url: string) {
    return {
      id: Number(paused.requestId.replace(/\D/g, '')) || 0,
      url,
      method: paused.request.method,
      webContentsId: this.webContentsId,
      resourceType: resourceTypeOf(paused.resourceType),
      referrer: toOriginal(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
    };
  }

  private request(paused: Paused, url: string): Request {
    const headers = new Headers();
    for (const [name, value] of Object.entries(paused.request.headers)) {
      headers.set(name, /^(?:origin|referer)$/i.test(name) ? toOriginal(value) : value);
    }
    const { method, postDataEntries, postData } = paused.request;
    const entries = (postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
    const body = entries.length > 0 ? Buffer.concat(entries) : postData;
    const isBodiless = method === 'GET' || method === 'HEAD' || body === undefined;
    return new Request(url, { method, headers, ...(isBodiless ? {} : { body }) });
  }

  private async fulfil(paused: Paused, url: string, response: Response, headers: Headers_) {
    const responseHeaders = Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value: loadableHeader(name, value, url) })),
    );
    const body = BODILESS.has(response.status) ? Buffer.alloc(0) : await response.arrayBuffer();
    await this.page.send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: response.status,
      responsePhrase: response.statusText || (STATUS_CODES[response.status] ?? 'OK'),
      responseHeaders,
      body: Buffer.from(body as ArrayBuffer).toString('base64'),
    });
  }

  private async refuse(paused: Paused, errorReason: DevTools.Network.ErrorReason): Promise<void> {
    await this.page.send('Fetch.failRequest', { requestId: paused.requestId, errorReason });
  }
}

/** Chromium looks for an icon of its own accord; Electron has no tab to show one on. */
function isForBrowserTab({ request, resourceType }: Paused): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';
}

function serveFile(request: Request): Promise<Response> {
  return fileResponse(request.url);
}

function grouped(headers: Headers): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  headers.forEach((value, name) => {
    (result[name] ??= []).push(value);
  });
  return result;
}

function loadableHeader(name: string, value: string, url: string): string {
  if (/^location$/i.test(name)) return toLoadable(value);
  if (/^content-security-policy(?:-report-only)?$/i.test(name)) {
    return toLoadablePolicy(value, schemeOf(url));
  }
  return value;
}

function resourceTypeOf(
  type: DevTools.Network.ResourceType,
): OnBeforeRequestListenerDetails['resourceType'] {
  switch (type) {
    case 'Document':
      return 'mainFrame';
    case 'Stylesheet':
      return 'stylesheet';
    case 'Image':
      return 'image';
    case 'Media':
      return 'media';
    case 'Font':
      return 'font';
    case 'Script':
      return 'script';
    case 'XHR':
    case 'Fetch':
      return 'xhr';
    // Only what Electron names apart.
    default:
      return 'other';
  }
}
