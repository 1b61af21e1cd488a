import { basename, join } from 'node:path';
import type { Low } from 'lowdb';
import { app } from 'electron';
import { ArchiveError } from '../archive/errors';
import { durableLow } from '../archive/store/durable-json';
import type { RecentArchive, Settings } from '../shared/ipc-contract';

export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

interface SettingsData extends Omit<Settings, 'systemLanguage'> {
  readonly recentFolders: readonly string[];
  readonly window: WindowBounds;
}

const defaults: SettingsData = {
  theme: 'system',
  contrast: 'system',
  language: 'system',
  sidebarWidth: 232,
  listWidth: 400,
  preferRecent: false,
  narrowShown: true,
  foldedFacets: [],
  foldedSections: [],
  trayPackIds: [],
  listLayout: 'comfortable',
  recentFolders: [],
  window: { width: 1440, height: 900, maximized: false },
};

const keptRecent = 10;

/** What the program remembers for one person on one computer; nothing of any archive's content. */
export class SettingsFile {
  readonly #file: Low<SettingsData>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: Low<SettingsData>) {
    this.#file = file;
  }

  static async read(): Promise<SettingsFile> {
    const file = durableLow<SettingsData>(join(app.getPath('userData'), 'settings.json'), defaults);
    try {
      await file.read();
    } catch (thrown) {
      // Remembered widths are not worth refusing to start.
      if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
    }
    // lowdb doesn't fill in what an older version didn't write.
    file.data = { ...defaults, ...file.data };
    return new SettingsFile(file);
  }

  get settings(): Settings {
    const { recentFolders: _folders, window: _bounds, ...settings } = this.#file.data;
    return { ...settings, systemLanguage: systemLanguage() };
  }

  get recent(): readonly RecentArchive[] {
    return this.#file.data.recentFolders.map((folder) => ({ folder, name: basename(folder) }));
  }

  get window(): WindowBounds {
    return this.#file.data.window;
  }

  async change(change: Partial<Omit<SettingsData, 'recentFolders'>>): Promise<void> {
    this.#file.data = { ...this.#file.data, ...change };
    await this.#write();
  }

  async remember(folder: string): Promise<void> {
    const others = this.#file.data.recentFolders.filter((known) => known !== folder);
    const recentFolders = [folder, ...others].slice(0, keptRecent);
    this.#file.data = { ...this.#file.data, recentFolders };
    await this.#write();
  }

  /** Resolves when everything is on disk. */
  settled(): Promise<void> {
    return this.#writing.catch(() => undefined);
  }

  /** One write at a time: lowdb has no order of its own for two. */
  #write(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#file.write());
    return this.#writing;
  }
}

function systemLanguage(): 'en' | 'zh' {
  return app.getLocale().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
