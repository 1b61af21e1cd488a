/** An organisation that the text might be about, before it was looked up and ranked. */
export interface OrganisationCandidate {
  /** The name in its fullest form. */
  readonly name: string;
  /** Shorter forms of the same name. */
  readonly variants: readonly string[];
  /** How much speaks for its being a partner. */
  readonly points: number;
  /** Whether it seems to be the institution that issues the release. */
  readonly isIssuer: boolean;
}

/** Points from which a candidate is worth showing, and from which it is believed. */
export const proposalPoints = { low: 3, medium: 4, high: 6.5 } as const;

/** Two mentions are a point, four are two; more say nothing new. */
export function pointsForMentions(count: number): number {
  return Math.min(2, Math.log2(Math.max(1, count)));
}
