/** An instant by both clocks of this computer. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

export function now(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/**
 * Milliseconds since then, rather too many than too few. The steady clock of some systems stands
 * still while the computer sleeps, and the wall clock can be set: the longer of both counts, and a
 * wall clock that went back tells nothing at all.
 */
export function elapsedSince({ wall, steady }: Moment): number {
  const byWall = Date.now() - wall;
  return byWall < -1_000 ? Infinity : Math.max(byWall, performance.now() - steady);
}
