import { join } from 'node:path';
import { app } from 'electron';
import type { Low } from 'lowdb';
import { ArchiveError } from '../archive/errors';
import { durableLow } from '../archive/store/durable-json';

interface FormsData {
  /** The archive's folder -> what its window was filling in. */
  readonly byFolder: Readonly<Record<string, string>>;
}

/**
 * What was typed into a form and isn't filed yet, safe from a crash. It belongs to the person at this
 * computer, so it lies with the settings and not in the archive.
 */
export class KeptForms {
  readonly #file: Low<FormsData>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: Low<FormsData>) {
    this.#file = file;
  }

  static async read(): Promise<KeptForms> {
    const path = join(app.getPath('userData'), 'kept-forms.json');
    const file = durableLow<FormsData>(path, { byFolder: {} });
    try {
      await file.read();
    } catch (thrown) {
      // A half typed form is not worth refusing to start.
      if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
    }
    return new KeptForms(file);
  }

  of(folder: string): string | null {
    return this.#file.data.byFolder[folder] ?? null;
  }

  /** Resolves when everything is on disk. */
  settled(): Promise<void> {
    return this.#writing.catch(() => undefined);
  }

  /** null forgets. Resolves when it is on disk. */
  keep(folder: string, text: string | null): Promise<void> {
    if (this.of(folder) === text) return this.#writing;
    const { [folder]: _before, ...others } = this.#file.data.byFolder;
    this.#file.data = { byFolder: text === null ? others : { ...others, [folder]: text } };
    // One write at a time: lowdb has no order of its own for two.
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#file.write());
    return this.#writing;
  }
}
