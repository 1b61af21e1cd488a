import type { ImportProgress } from '../../../../shared/importing';

/** How far an import was at one moment. */
export interface PaceSample {
  /** Milliseconds since it began. */
  readonly ms: number;
  /** Files read, or releases told where everything came in one file. */
  readonly done: number;
  /** 0 to 1; null: nobody can know. */
  readonly share: number | null;
}

const leastApartMs = 1_000;
const mostSamples = 24;
/** What is filed comes in batches: a rate is taken over several samples, so that none of them shows. */
const span = 4;

/** 0 to 1, by bytes and by number alike; null where one file holds all and says nothing of how far it is. */
export function shareOf({ files, filesDone, bytes, bytesDone }: ImportProgress): number | null {
  if (files <= 1) return null;
  const byNumber = filesDone / files;
  return bytes === 0 ? byNumber : (byNumber + bytesDone / bytes) / 2;
}

/** The samples with this one, where enough time has gone by; an import that began anew begins anew. */
export function withSample(
  samples: readonly PaceSample[],
  progress: ImportProgress,
): readonly PaceSample[] {
  const { elapsedMs: ms, files, filesDone, filed, needsLook, alreadyHere, failed } = progress;
  const last = samples.at(-1);
  const kept = last !== undefined && ms < last.ms ? [] : samples;
  if (kept.length > 0 && last !== undefined && ms - last.ms < leastApartMs) return samples;
  const done = files > 1 ? filesDone : filed + needsLook + alreadyHere + failed;
  return [...kept, { ms, done, share: shareOf(progress) }].slice(-mostSamples);
}

export interface Pace {
  readonly perSecond: number;
  /** null: not known yet. Milliseconds. */
  readonly remainingMs: number | null;
}

/** The middle one of the rates of the last moments; null while there are too few. */
export function paceOf(samples: readonly PaceSample[]): Pace | null {
  const rates: number[] = [];
  const shares: number[] = [];
  for (let index = span; index < samples.length; index += 1) {
    const [from, to] = [samples[index - span], samples[index]];
    if (from === undefined || to === undefined) continue;
    const seconds = (to.ms - from.ms) / 1_000;
    rates.push((to.done - from.done) / seconds);
    if (from.share !== null && to.share !== null) shares.push((to.share - from.share) / seconds);
  }
  if (rates.length === 0) return null;
  const share = samples.at(-1)?.share ?? null;
  const sharePerSecond = shares.length === 0 ? 0 : median(shares);
  const remainingMs =
    share === null || sharePerSecond <= 0 ? null : ((1 - share) / sharePerSecond) * 1_000;
  return { perSecond: median(rates), remainingMs };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A time that nobody is held to: in steps that don't jump about. */
export function remainingUnits(ms: number): {
  readonly unit: 'moments' | 'minutes' | 'hours';
  readonly count: number;
} {
  const minutes = ms / 60_000;
  if (minutes < 1) return { unit: 'moments', count: 0 };
  if (minutes < 10) return { unit: 'minutes', count: Math.ceil(minutes) };
  if (minutes < 90) return { unit: 'minutes', count: Math.ceil(minutes / 5) * 5 };
  return { unit: 'hours', count: Math.round(minutes / 60) };
}
