import type { IsoDate } from '../release';

export interface QueryOptions {
  /** From which "last week" is counted. */
  readonly today: IsoDate;
  /** The last word may not be finished yet. */
  readonly typing: boolean;
}
