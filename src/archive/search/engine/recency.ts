const daysPerYear = 365.25;
/** Years after which half of the advantage is gone. */
const halfLife = 3;
/** What a release of today has ahead of a very old one. */
const advantage = 0.15;
/** The highest factor of all. */
export const mostAdvantage = 1 + advantage;

function dayOf(date: number): number {
  const year = Math.floor(date / 10_000);
  const month = Math.floor(date / 100) % 100;
  return Date.UTC(year, month - 1, date % 100) / 86_400_000;
}

/** Lifts newer releases a little: a factor from 1 to 1.15 that halves its advantage every 3 years. */
export class RecencyPrior {
  readonly #today: number;
  readonly #known = new Map<number, number>();

  /** `today` is `YYYY-MM-DD`. */
  constructor(today: string) {
    this.#today = dayOf(Number(today.replaceAll('-', '')));
  }

  /** The factor of a date YYYYMMDD; an undated release has no advantage. */
  at(date: number): number {
    if (date === 0) return 1;
    // By month: a day makes no difference that anybody could see.
    const month = date - (date % 100) + 15;
    const known = this.#known.get(month);
    if (known !== undefined) return known;
    const years = Math.max(0, this.#today - dayOf(month)) / daysPerYear;
    const factor = 1 + advantage * 2 ** (-years / halfLife);
    this.#known.set(month, factor);
    return factor;
  }
}
