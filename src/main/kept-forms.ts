import { join } from 'node:path';
import type { Low } from 'lowdb';
import { app } from 'electron';
import { ArchiveError } from '../archive/errors';
import { durableLow } from '../archive/store/durable-json';

interface FormsData {
  /** The archive's folder -> what its windows were filling in; a single text from older versions. */
  readonly byFolder: Readonly<Record<string, string | readonly string[]>>;
}

interface KeptForm {
  /** null: no window has it just now. */
  holder: number | null;
  /** Its holder found it waiting, and hasn't kept anything in its place yet. */
  isTaken: boolean;
  /** Windows that can't show it. */
  readonly refusedBy: Set<number>;
  readonly text: string;
}

/**
 * What was typed into a form and isn't filed yet, safe from a crash: one text for each window. One
 * whose window is gone waits for a window that takes it. They belong to the person at this computer,
 * so they lie with the settings and not in the archive.
 */
export class KeptForms {
  readonly #file: Low<FormsData>;
  readonly #byFolder: Map<string, readonly KeptForm[]>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: Low<FormsData>) {
    this.#file = file;
    this.#byFolder = new Map(
      Object.entries(file.data.byFolder).map(([folder, texts]) => [
        folder,
        [texts].flat().map(waitingForm),
      ]),
    );
  }

  static async read(folder = app.getPath('userData')): Promise<KeptForms> {
    const path = join(folder, 'kept-forms.json');
    const file = durableLow<FormsData>(path, { byFolder: {} });
    try {
      await file.read();
    } catch (thrown) {
      // A half typed form is not worth refusing to start.
      if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
    }
    return new KeptForms(file);
  }

  /** How many forms of an archive wait for a window. */
  waiting(folder: string): number {
    return this.#of(folder).filter(({ holder }) => holder === null).length;
  }

  /** The form of a window, or else the first that waits, which is this window's from now on. */
  take(folder: string, windowId: number): string | null {
    const forms = this.#of(folder);
    const form =
      forms.find(({ holder }) => holder === windowId) ??
      forms.find(({ holder, refusedBy }) => holder === null && !refusedBy.has(windowId));
    if (form === undefined) return null;
    form.isTaken ||= form.holder === null;
    form.holder = windowId;
    return form.text;
  }

  /**
   * A window can't show what it took: it fills in another form by now, or, where it is not to be offered
   * to it `again`, it can't read it. It waits for another window, or for the next start. Resolves when
   * that is on disk.
   */
  giveBack(folder: string, windowId: number, text: string, again: boolean): Promise<void> {
    const forms = this.#of(folder);
    const own = forms.find((form) => form.holder === windowId && form.text === text);
    // What the window has written itself is its own.
    if (own?.isTaken === false) return this.#writing;
    const form = own ?? waitingForm(text);
    form.holder = null;
    form.isTaken = false;
    if (!again) form.refusedBy.add(windowId);
    if (own !== undefined) return this.#writing;
    return this.#set(folder, [...forms, form]);
  }

  /** A window is gone: others may take what it was filling in. */
  release(windowId: number): void {
    for (const form of [...this.#byFolder.values()].flat()) {
      form.refusedBy.delete(windowId);
      if (form.holder !== windowId) continue;
      form.holder = null;
      form.isTaken = false;
    }
  }

  /** Resolves when everything is on disk. */
  settled(): Promise<void> {
    return this.#writing.catch(() => undefined);
  }

  /** null forgets. Resolves when it is on disk. */
  keep(folder: string, windowId: number, text: string | null): Promise<void> {
    const forms = this.#of(folder);
    const before = forms.find(({ holder }) => holder === windowId);
    if (before !== undefined && text !== null) before.isTaken = false;
    if ((before?.text ?? null) === text) return this.#writing;
    const others = forms.filter(({ holder }) => holder !== windowId);
    const own = text === null ? [] : [{ ...waitingForm(text), holder: windowId }];
    return this.#set(folder, [...others, ...own]);
  }

  #set(folder: string, forms: readonly KeptForm[]): Promise<void> {
    this.#byFolder.set(folder, forms);
    const kept = [...this.#byFolder].filter(([, each]) => each.length > 0);
    this.#file.data = {
      byFolder: Object.fromEntries(kept.map(([key, each]) => [key, each.map((one) => one.text)])),
    };
    // One write at a time: lowdb has no order of its own for two.
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#file.write());
    return this.#writing;
  }

  #of(folder: string): readonly KeptForm[] {
    return this.#byFolder.get(folder) ?? [];
  }
}

function waitingForm(text: string): KeptForm {
  return { holder: null, isTaken: false, refusedBy: new Set(), text };
}
