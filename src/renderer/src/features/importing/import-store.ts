import { create } from 'zustand';
import { defaultImportOptions, type ImportOptions } from '../../../../shared/importing';
import type { PaceSample } from './pace';

/** What is to be imported. */
export interface ChosenSource {
  /** As main knows it. */
  readonly path: string;
  /** What the person calls it: a path, or the name of what was dropped. */
  readonly name: string;
  /** null: it lies where the person chose it. */
  readonly given: { readonly files: number; readonly bytes: number; readonly left: number } | null;
}

/** Dropped files on their way to the archive's thread. */
export interface Giving {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
}

interface ImportStore {
  readonly chosen: readonly ChosenSource[];
  readonly options: ImportOptions;
  readonly giving: Giving | null;
  /** From the click until main says that it has begun. */
  readonly isStarting: boolean;
  readonly isStopping: boolean;
  readonly samples: readonly PaceSample[];
  /** The report has been read, and the next import is being chosen. */
  readonly isReportClosed: boolean;
}

const initial: ImportStore = {
  chosen: [],
  options: defaultImportOptions,
  giving: null,
  isStarting: false,
  isStopping: false,
  samples: [],
  isReportClosed: false,
};

export const useImport = create<ImportStore>(() => initial);

const { setState: set } = useImport;

export function resetImport(): void {
  set(initial);
}

export function addChosen(fresh: readonly ChosenSource[]): void {
  set(({ chosen }) => {
    const known = new Set(chosen.map(({ path }) => path));
    return { chosen: [...chosen, ...fresh.filter(({ path }) => !known.has(path))] };
  });
}

export function removeChosen(path: string): void {
  set(({ chosen }) => ({ chosen: chosen.filter((each) => each.path !== path) }));
}

export function changeOptions(change: Partial<ImportOptions>): void {
  set(({ options }) => ({ options: { ...options, ...change } }));
}
