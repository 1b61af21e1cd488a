import { basename, join } from 'node:path';
import type { Low } from 'lowdb';
import { app } from 'electron';
import { ArchiveError } from '../archive/errors';
import { durableLow } from '../archive/store/durable-json';
import type { RecentArchive, Settings } from '../shared/ipc-contract';
import { hasSystemSpelling } from './spelling';

export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

interface SettingsData extends Omit<Settings, SystemFact> {
  readonly recentFolders: readonly string[];
  /** A window's turn -> where the last one in that turn was. */
  readonly windowPlaces: Readonly<Record<string, WindowBounds>>;
}

/** What settings say of the computer, and nobody can change. */
type SystemFact = 'systemLanguage' | 'canCheckSpelling';

const defaults: SettingsData = {
  theme: 'system',
  contrast: 'system',
  language: 'system',
  sidebarWidth: null,
  listWidth: null,
  preferRecent: false,
  checkSpelling: true,
  narrowShown: true,
  foldedFacets: [],
  foldedSections: [],
  trayPackIds: [],
  listLayout: 'comfortable',
  recentFolders: [],
  windowPlaces: {},
};

const keptRecent = 10;
const keptPlaces = 10;

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
    const { recentFolders: _folders, windowPlaces: _places, ...settings } = this.#file.data;
    return {
      ...settings,
      systemLanguage: systemLanguage(),
      canCheckSpelling: hasSystemSpelling,
    };
  }

  get recent(): readonly RecentArchive[] {
    return this.#file.data.recentFolders.map((folder) => ({ folder, name: basename(folder) }));
  }

  placeOf(turn: number): WindowBounds | undefined {
    return this.#file.data.windowPlaces[turn];
  }

  async rememberPlace(turn: number, bounds: WindowBounds): Promise<void> {
    if (turn >= keptPlaces) return;
    const windowPlaces = { ...this.#file.data.windowPlaces, [turn]: bounds };
    this.#file.data = { ...this.#file.data, windowPlaces };
    await this.#write();
  }

  async change(change: Partial<Omit<Settings, SystemFact>>): Promise<void> {
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
