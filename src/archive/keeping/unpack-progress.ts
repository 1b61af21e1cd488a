import type { WorkOptions } from './work-options';

/** Every file counts three times: verified, written, read again. */
export class UnpackProgress {
  #files = 0;
  #done = 0;

  constructor(private readonly tell: WorkOptions['onProgress']) {}

  verified(done: number, total: number): void {
    this.#files = total;
    this.#done = done;
    this.tell?.(done, 3 * total);
  }
  wrote(): void {
    this.#step();
  }
  readAgain(): void {
    this.#step();
  }
  finished(): void {
    this.tell?.(3 * this.#files, 3 * this.#files);
  }
  #step(): void {
    this.#done += 1;
    this.tell?.(this.#done, 3 * this.#files);
  }
}
