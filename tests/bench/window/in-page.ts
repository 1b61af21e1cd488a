import type { Page } from 'playwright-core';

/** What is scrolled: the list of the program, an empty sheet of the same height, or all rows at once. */
export type Scrolled = 'list' | 'empty sheet' | 'plain rows';

export interface Frames {
  /** Milliseconds from one frame to the next. */
  readonly intervals: readonly number[];
  /**
   * Milliseconds from a frame's beginning until the page has painted it, with all that the machine did
   * meanwhile: on few processors, and without a graphics card, mostly the drawing of the frame before.
   */
  readonly untilPainted: readonly number[];
}

/** What runs in the page was compiled with calls of a helper that keeps the names of functions. */
export async function prepare(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (named) => named');
}

/** Scrolls by so many CSS pixels with each frame. */
export function scroll(page: Page, what: Scrolled, step: number, frames: number): Promise<Frames> {
  return page.evaluate(
    async (asked) => {
      const list = document.getElementById('release-list');
      if (!list) throw new Error('There is no list.');
      const other = document.createElement('div');
      let box: HTMLElement = list;
      if (asked.what !== 'list') {
        const { top, left, width, height } = list.getBoundingClientRect();
        other.style.cssText = `position:fixed;z-index:99;overflow:auto;background:var(--paper);top:${top}px;left:${left}px;width:${width}px;height:${height}px`;
        const sheet = document.createElement('div');
        other.append(sheet);
        const row = list.querySelector('[role="option"]');
        if (asked.what === 'empty sheet' || !row) sheet.style.height = `${list.scrollHeight}px`;
        else {
          for (let index = 0; index < 10_000; index += 1) {
            const copy = row.cloneNode(true) as HTMLElement;
            copy.removeAttribute('id');
            copy.style.cssText = 'position:relative;height:93px';
            sheet.append(copy);
          }
        }
        document.body.append(other);
        box = other;
      }
      box.scrollTop = 0;
      const channel = new MessageChannel();
      const intervals: number[] = [];
      const untilPainted: number[] = [];
      let last = 0;
      await new Promise<void>((resolve) => {
        let began = 0;
        channel.port1.onmessage = () => {
          untilPainted.push(performance.now() - began);
        };
        const onFrame = (now: number): void => {
          if (last > 0) intervals.push(now - last);
          last = now;
          began = now;
          channel.port2.postMessage(null);
          if (intervals.length >= asked.frames) {
            resolve();
            return;
          }
          box.scrollTop += asked.step;
          requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      });
      channel.port1.close();
      other.remove();
      return { intervals, untilPainted };
    },
    { what, step, frames },
  );
}

interface Key {
  /** What the field says with it. */
  readonly text: string;
  readonly at: number;
}

export interface Typed {
  /** Milliseconds from each key to a painted list that answers it, or a later one. */
  readonly took: readonly number[];
  /** Keys that were answered by themselves. */
  readonly alone: number;
}

interface Watch {
  keys: Key[];
  took: number[];
  alone: number;
}

/** Notes for each key when the list that answers it was painted; see `typed`. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { keys: [], took: [], alone: 0 };
    Object.assign(window, { benchKeys: watch });
    let struck = 0;
    document.addEventListener(
      'keydown',
      (event) => {
        struck = event.timeStamp;
      },
      { capture: true },
    );
    document.addEventListener(
      'input',
      ({ target }) => {
        watch.keys.push({ text: (target as HTMLInputElement).value, at: struck });
      },
      { capture: true },
    );
    const onAnswer = (): void => {
      const text = document.querySelector('[data-answers]')?.getAttribute('data-answers');
      const index = watch.keys.findIndex((key) => key.text === text);
      const answered = watch.keys.splice(0, index + 1);
      if (answered.length === 0) return;
      watch.alone += 1;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          for (const { at } of answered) watch.took.push(performance.now() - at);
          port1.close();
        };
        port2.postMessage(null);
      });
    };
    new MutationObserver(onAnswer).observe(document.body, {
      subtree: true,
      attributes: true,
      attributeFilter: ['data-answers'],
    });
  });
}

/** Types a word, one key after the other; waits until its last key is answered. */
export async function typed(page: Page, word: string, pauseMs: number): Promise<Typed> {
  const field = page.getByRole('combobox', { name: 'Search releases' });
  await field.fill('');
  await page.locator('[data-answers=""]').waitFor();
  await page.evaluate(() => {
    Object.assign((window as unknown as { benchKeys: Watch }).benchKeys, {
      keys: [],
      took: [],
      alone: 0,
    });
  });
  await field.focus();
  await page.keyboard.type(word, { delay: pauseMs });
  await page.locator(`[data-answers="${word}"]`).waitFor();
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { took, alone } = (window as unknown as { benchKeys: Watch }).benchKeys;
    return { took, alone };
  });
}
