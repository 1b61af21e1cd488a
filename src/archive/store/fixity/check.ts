import type { VerifyProblem } from '../../../shared/press-pack';

/** The check of a file, or of a few that belong together. */
export interface Check {
  /** Tells it from others: the name of the file. */
  readonly path: string;
  readonly files: number;
  /** Throws what `signal` says; everything else that goes wrong is a problem of the file. */
  readonly run: (signal: AbortSignal | undefined) => Promise<Checked>;
}

export interface Checked {
  /** That were read. */
  readonly bytes: number;
  readonly problems: readonly VerifyProblem[];
}

const sentences = {
  missing: (path: string) => `${path} is missing.`,
  changed: (path: string) => `${path} is no longer what was filed.`,
  unknown: (path: string) => `${path} doesn't belong to the archive.`,
  unfiled: (path: string) =>
    `${path} was left by filing that was broken off, and no release shows it; it is put away when the archive is next opened for writing.`,
  malformed: (path: string) => `${path} can't be read.`,
} as const;

export function problemOf(
  kind: VerifyProblem['kind'],
  path: string,
  message: string = sentences[kind](path),
): VerifyProblem {
  return { kind, path, message };
}
