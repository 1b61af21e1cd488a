import { isAbsolute } from 'node:path';
import type { BackupSettings } from '../../shared/archive-settings';
import type {
  BackupState,
  BackupTrouble,
  BackupWork,
  Rehearsal,
  RestoredArchive,
} from '../../shared/backup';
import { ArchiveError, toFailure } from '../errors';
import { backupsFolderOf, listBackups } from './backup-folder';
import { makeBackup, pruneBackups, type LiveArchive, type MadeBackup } from './backups';
import { readBackupState, requireReachable, type KnownBackups } from './backup-state';
import { systemClock, type Clock } from './clock';
import { requireOutside } from './places';
import { rehearseRestore } from './rehearsal';
import { restoreBackup } from './restore';
import { RollingBackups } from './rolling-backups';
import { WorkSlot, type WorkListeners } from './work-slot';

/** The archive, as far as its backups need it. */
interface BackedUpArchive extends LiveArchive {
  readonly id: () => string;
  /** Nothing that isn't there can be lost. */
  readonly isEmpty: () => boolean;
  readonly settings: () => BackupSettings;
  /** Keeps them with the archive. Throws `archive-read-only`. */
  readonly changeSettings: (settings: BackupSettings) => Promise<void>;
}

interface MakeOptions {
  /** Another folder than that of the settings. */
  readonly folder?: string | undefined;
  /** Otherwise than the settings say. */
  readonly rehearse?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In files; besides what the listeners hear. */
  readonly onProgress?: ((work: BackupWork, done: number, total: number) => void) | undefined;
}

interface BackupOutcome {
  readonly backup: MadeBackup;
  /** null where it wasn't rehearsed. */
  readonly rehearsal: Rehearsal | null;
}

type SettingsChange = {
  readonly [K in keyof BackupSettings]?: BackupSettings[K] | undefined;
};

/**
 * An archive's backups: made, proven, listed and restored, by a person or by the rolling rule; one
 * piece of work at a time. A backup changes nothing in the archive: somebody who may only read it can
 * make one too. Only the settings are kept with the archive and need it open for writing.
 */
export class BackupService {
  readonly #archive: BackedUpArchive;
  readonly #clock: Clock;
  readonly #slot: WorkSlot;
  readonly #rolling: RollingBackups;
  readonly #onChanged: () => void;
  #trouble: BackupTrouble | null = null;

  constructor(archive: BackedUpArchive, listeners: WorkListeners = {}, clock: Clock = systemClock) {
    this.#archive = archive;
    this.#clock = clock;
    this.#slot = new WorkSlot(listeners);
    this.#onChanged = listeners.onChanged ?? (() => undefined);
    this.#rolling = new RollingBackups(clock, () => this.#makeIfDue());
  }

  /** Why the backups can't be relied upon, as far as is known since opening. */
  get trouble(): BackupTrouble | null {
    return this.#trouble;
  }

  /** Of the backups in the folder of the settings, or in another one. */
  async state(folder?: string): Promise<BackupState> {
    return { ...(await this.#known(folder)), running: this.#slot.running, trouble: this.#trouble };
  }

  /**
   * Makes a backup, and proves it where the settings say so. Throws `archive-busy`,
   * `backups-unreachable`, and what `makeBackup` and `rehearseRestore` throw.
   */
  async make(options: MakeOptions = {}): Promise<BackupOutcome> {
    const { folder } = options;
    const archive = this.#archive;
    const settings = archive.settings();
    const rule = folder === undefined ? settings : { ...settings, folder };
    return this.#slot.run('backup', options, async (begin) => {
      try {
        if (folder === undefined) await requireReachable(settings);
        const isRehearsed = options.rehearse ?? settings.rehearse;
        const backup = await makeBackup(archive, rule, {
          ...begin('backup'),
          now: this.#clock.now(),
          // What is there stays until the new one is proven.
          keepOlder: isRehearsed,
        });
        this.#setTrouble(this.#trouble?.what === 'backup' ? null : this.#trouble);
        if (!isRehearsed) return { backup, rehearsal: null };
        const rehearsal = await rehearseRestore(
          archive.folder,
          backupsFolderOf(archive.folder, rule),
          begin('rehearsal'),
        );
        this.#setTrouble(troubleOf(rehearsal));
        if (!rehearsal.ok) return { backup, rehearsal };
        return { backup: await pruneBackups(archive.folder, backup, rule), rehearsal };
      } catch (thrown) {
        const failure = toFailure(thrown);
        if (failure.code !== 'cancelled') this.#setTrouble({ what: 'backup', failure });
        throw thrown;
      }
    });
  }

  /**
   * Restores the newest backup for trial and compares it. Throws `archive-busy`, `backup-missing`,
   * `disk-full`, `cancelled`.
   */
  async rehearse(): Promise<Rehearsal> {
    const { folder, settings } = this.#archive;
    return this.#slot.run('rehearsal', {}, async (begin) => {
      const rehearsal = await rehearseRestore(
        folder,
        backupsFolderOf(folder, settings()),
        begin('rehearsal'),
      );
      this.#setTrouble(troubleOf(rehearsal));
      return rehearsal;
    });
  }

  /**
   * Makes an archive in `target`, a new or empty folder, out of the backup of that name. Throws
   * `archive-busy`, `backup-missing`, `folder-inside-archive`, and what `restoreBackup` throws.
   */
  async restore(name: string, target: string): Promise<RestoredArchive> {
    const { folder, settings, id } = this.#archive;
    return this.#slot.run('restore', {}, async (begin) => {
      const backupsFolder = backupsFolderOf(folder, settings());
      const backups = await listBackups(backupsFolder, id());
      const backup = backups.find((one) => one.name === name);
      if (backup === undefined) {
        throw new ArchiveError(
          'backup-missing',
          `There is no backup ${name} in ${backupsFolder}.`,
          {
            folder: backupsFolder,
          },
        );
      }
      await requireOutside(target, folder, 'The restored archive');
      return restoreBackup(backup.folder, target, begin('restore'));
    });
  }

  /** Throws `archive-read-only`, `folder-inside-archive`, `request-invalid`. */
  async changeSettings(change: SettingsChange): Promise<void> {
    const archive = this.#archive;
    const { folder } = change;
    if (folder != null) {
      if (!isAbsolute(folder)) {
        throw new ArchiveError('request-invalid', `${folder} is not a whole path.`, { folder });
      }
      await requireOutside(folder, archive.folder, 'The folder for backups');
    }
    const chosen = Object.entries(change).filter(([, value]) => value !== undefined);
    await archive.changeSettings({ ...archive.settings(), ...Object.fromEntries(chosen) });
    // Another folder has other backups, proven or not.
    this.#setTrouble(folder === undefined ? this.#trouble : troubleOf(await this.#lastRehearsal()));
    this.#rolling.checkSoon();
  }

  /** From now on backups are made when they are due. For an archive that is open for writing. */
  startRolling(): void {
    this.#rolling.start();
  }

  /** What is under way stops soon, and leaves nothing behind. */
  cancel(): void {
    this.#slot.cancel();
  }

  async close(): Promise<void> {
    this.#rolling.stop();
    await this.#slot.close();
  }

  /** Never rejects: what goes wrong is told as trouble. */
  async #makeIfDue(): Promise<void> {
    try {
      if (this.#archive.isEmpty() || this.#slot.running !== null) return;
      const { nextDue, lastRehearsal } = await this.#known();
      if (nextDue !== null && new Date(nextDue) <= this.#clock.now()) await this.make();
      // Found out before the program was last closed, and as true as then.
      else if (this.#trouble === null) this.#setTrouble(troubleOf(lastRehearsal));
    } catch {
      // Making has told it already.
    }
  }

  async #lastRehearsal(): Promise<Rehearsal | null> {
    return (await this.#known()).lastRehearsal;
  }

  #known(other?: string): Promise<KnownBackups> {
    const { folder, id } = this.#archive;
    const settings = this.#archive.settings();
    const rule = other === undefined ? settings : { ...settings, folder: other };
    return readBackupState({ folder, id: id() }, rule, this.#clock.now());
  }

  #setTrouble(trouble: BackupTrouble | null): void {
    this.#trouble = trouble;
    this.#onChanged();
  }
}

function troubleOf(rehearsal: Rehearsal | null): BackupTrouble | null {
  if (rehearsal === null || rehearsal.ok) return null;
  return { what: 'rehearsal', problems: rehearsal.problems };
}
