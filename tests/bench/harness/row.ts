/** One measurement: ours, what it is measured against in the same run, and what it should be. */
export interface Row {
  /** The bench. */
  readonly name: string;
  /** What was measured: "save one edited release, p50". */
  readonly case: string;
  /** Releases in the archive. */
  readonly n: number;
  readonly unit: string;
  readonly ours: number;
  /** null where the peer is missing or can't do it. */
  readonly peers: Readonly<Record<string, number | null>>;
  /** In words; null for a number that is only for information. */
  readonly target: string | null;
  /** null where there is no target, or its peer is missing. */
  readonly met: boolean | null;
  /** How many single measurements `ours` is made of. */
  readonly samples: number;
}

type Verdict = Pick<Row, 'target' | 'met'>;

export const noTarget: Verdict = { target: null, met: null };

export function below(ours: number, limit: number, unit: string): Verdict {
  return { target: `< ${limit} ${unit}`, met: ours < limit };
}

export function atLeast(ours: number, limit: number, unit: string): Verdict {
  return { target: `≥ ${limit} ${unit}`, met: ours >= limit };
}

/** `other` is null where there is nothing to compare with. */
export function atMostTimes(
  ours: number,
  factor: number,
  other: number | null,
  whose: string,
): Verdict {
  return {
    target: `≤ ${factorText(factor)} × ${whose}`,
    met: other === null ? null : ours <= factor * other,
  };
}

/** `other` is null where there is nothing to compare with. */
export function atLeastTimes(
  ours: number,
  factor: number,
  other: number | null,
  whose: string,
): Verdict {
  return {
    target: `≥ ${factorText(factor)} × ${whose}`,
    met: other === null ? null : ours >= factor * other,
  };
}

/** 1/15 rather than 0.0667. */
function factorText(factor: number): string {
  const parts = Math.round(1 / factor);
  return factor < 0.5 && Math.abs(parts * factor - 1) < 1e-9 ? `1/${parts}` : String(factor);
}
