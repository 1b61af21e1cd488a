import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDriver } from '../../tests/support/app-driver';

/** Says what the demo does, how long each step took, and takes the pictures. */
export class Narrator {
  readonly #folder: string;
  #pictures = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async in(folder: string): Promise<Narrator> {
    await mkdir(folder, { recursive: true });
    return new Narrator(folder);
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    const took = (performance.now() - began) / 1_000;
    this.say(`${name.padEnd(58, ' ')} ${took.toFixed(2).padStart(6)} s`);
    return result;
  }

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  fields(fields: Readonly<Record<string, string | readonly string[]>>): void {
    for (const [name, value] of Object.entries(fields)) {
      const lines = typeof value === 'string' ? [value] : value;
      for (const [index, line] of lines.entries()) {
        if (line !== '') this.say(`    ${(index === 0 ? name : '').padEnd(14)}${line}`);
      }
    }
  }

  async picture(app: AppDriver, name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await app.messagesGone();
    await app.photosLoaded();
    await app.settled();
    await app.window.screenshot({ path: join(this.#folder, `${number}-${name}.png`) });
  }
}
