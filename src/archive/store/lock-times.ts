/*
 * How long things may take that the lock relies on. What keeps two writers apart is the distance
 * between `freshFor` and `silence`: a holder stops writing long before anybody may take over.
 */

/** How often a holder shows that it is there. */
export const beatEvery = 60_000;

/** A holder that showed itself so lately needs not look whether the lock is still its own. */
export const freshFor = 90_000;

/** A holder that didn't show itself for so long may be taken over, if a person says so. */
export const silence = 10 * 60_000;

/**
 * Below this a person's computer must have watched the lock for `watchAtLeast` besides: some network
 * drives tell the time of a file by the clock of whoever asks, and such a clock can be wrong by hours.
 */
export const longSilence = 24 * 3_600_000;
export const watchAtLeast = 75_000;

/** How often whoever waits for the lock looks at it. */
export const lookEvery = 15_000;

/** Whoever makes a lock without hard links has it whole within this time, or hasn't got it. */
export const makingLasts = 10_000;

/** A lock that is cut off and older was left by somebody who was killed while making it. */
export const cutOffAfter = 30_000;

/** A claim is worth nothing to its owner after this time. */
export const claimLasts = 30_000;

/** How long to wait for locks and claims that somebody else is just making. */
export const patience = 5_000;
