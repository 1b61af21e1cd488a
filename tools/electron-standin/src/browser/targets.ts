import type { Protocol as DevTools } from 'playwright-core/types/protocol';
import { randomUUID } from 'node:crypto';
import type { Chromium } from './chromium';

type TargetInfo = DevTools.Target.TargetInfo;

export interface TargetListener {
  readonly destroyed: (targetId: string) => void;
  readonly titled: (targetId: string, title: string) => void;
  /** A page opened another one, which must not stay. */
  readonly opened: (openerId: string, url: string) => void;
}

/** Opens Chromium's windows and hears what becomes of them. */
export class Targets {
  private readonly awaited = new Map<string, (targetId: string) => void>();

  constructor(
    private readonly chromium: Chromium,
    private readonly listener: TargetListener,
  ) {}

  async start(): Promise<void> {
    const { browser } = this.chromium.connection;
    browser.on('Target.targetCreated', ({ targetInfo }) => this.created(targetInfo));
    browser.on('Target.targetInfoChanged', ({ targetInfo }) => this.infoChanged(targetInfo));
    browser.on('Target.targetDestroyed', ({ targetId }) => this.listener.destroyed(targetId));
    browser.on('Target.targetCrashed', () => undefined);
    await browser.send('Target.setDiscoverTargets', { discover: true });
    // Nothing may leave or enter by way of downloads.
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  }

  async open(size: { width: number; height: number }): Promise<string> {
    const { browser } = this.chromium.connection;
    if (this.chromium.headless) {
      const { targetId } = await browser.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...size,
      });
      return targetId;
    }
    const mark = randomUUID();
    return new Promise((resolve) => {
      this.awaited.set(mark, resolve);
      this.chromium.openApplicationWindow(`data:text/html,${mark}`);
    });
  }

  close(targetId: string): void {
    this.chromium.connection.browser
      .send('Target.closeTarget', { targetId })
      .catch(() => undefined);
  }

  private created(info: TargetInfo): void {
    this.recognize(info);
    if (info.type !== 'page' || info.openerId === undefined) return;
    this.listener.opened(info.openerId, info.url);
    this.close(info.targetId);
  }

  private infoChanged(info: TargetInfo): void {
    this.recognize(info);
    this.listener.titled(info.targetId, info.title);
  }

  private recognize({ type, url, targetId }: TargetInfo): void {
    if (type !== 'page') return;
    for (const [mark, resolve] of this.awaited) {
      if (!url.includes(mark)) continue;
      this.awaited.delete(mark);
      resolve(targetId);
    }
  }
}
