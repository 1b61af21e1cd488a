import type { ArchiveInfo } from '../shared/archive-info';
import type { ArchiveWorker } from './archive-worker';
import { setMenu } from './menu';
import type { SettingsFile } from './settings-file';
import { undoLabel } from './undo-labels';

/** Keeps the menu true to the language and to what would be undone next. */
export class MenuKeeper {
  readonly #worker: ArchiveWorker;
  readonly #settings: SettingsFile;
  #info: ArchiveInfo | null = null;
  #typing = false;
  #shown = '';

  constructor(worker: ArchiveWorker, settings: SettingsFile) {
    this.#worker = worker;
    this.#settings = settings;
  }

  /** After a change of the archive or of the settings. */
  async refresh(): Promise<void> {
    const reply = await this.#worker.ask('info', null);
    this.show(reply.ok ? reply.value : null);
  }

  /** Whether undo is about typing: then no step of the archive is named. */
  typing(typing: boolean): void {
    this.#typing = typing;
    this.show(this.#info);
  }

  show(info: ArchiveInfo | null): void {
    this.#info = info;
    const { language } = this.#settings;
    const steps = this.#typing ? null : info;
    const labels = {
      undo: undoLabel(language, 'undo', steps?.undo ?? null),
      redo: undoLabel(language, 'redo', steps?.redo ?? null),
    };
    // Setting a menu closes the one that is open just now: not without need.
    const wanted = JSON.stringify([language, labels]);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    setMenu(language, labels);
  }
}
