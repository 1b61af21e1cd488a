import { hashOf, Random } from '../harness/random';
import { assignedNames } from './assigned-names';
import type { CorpusDocument } from './corpus-document';
import { madeUpTexts } from './made-up-texts';
import { realReleases } from './real-releases';
import type { RawRelease } from './raw-release';

/** As many releases as anyone asks for, the same every time. */
export class Corpus {
  readonly #base: readonly RawRelease[];
  readonly isReal: boolean;
  /** What a reader of the numbers should know. */
  readonly description: string;

  constructor(base: readonly RawRelease[], isReal: boolean) {
    this.#base = base;
    this.isReal = isReal;
    const letters = base.reduce((sum, { body }) => sum + body.length, 0);
    const origin = isReal ? 'real' : 'MADE-UP (no folder of real ones was found, --data)';
    this.description =
      `${base.length.toLocaleString('en')} ${origin} releases, ${Math.round(letters / base.length)} ` +
      'characters on average. Beyond them, changed copies: one word in fifteen comes from another ' +
      'release, numbers are others, dates lie in other years. Partners, people and tags are assigned ' +
      'by the text.';
  }

  /** The release with this number, from 0. */
  at(index: number): CorpusDocument {
    const raw = this.#raw(index);
    const copy = Math.floor(index / this.#base.length);
    const { title, body, date } = copy === 0 ? raw : this.#changed(raw, index, copy);
    const id = `release-${String(index).padStart(7, '0')}`;
    return { id, headline: title, body, publicationDate: date, ...assignedNames(title, body) };
  }

  /** The first `count` of them. */
  take(count: number): CorpusDocument[] {
    return Array.from({ length: count }, (_, index) => this.at(index));
  }

  #raw(index: number): RawRelease {
    const raw = this.#base[index % this.#base.length];
    if (raw === undefined) throw new Error('No material.');
    return raw;
  }

  #changed(raw: RawRelease, index: number, copy: number): RawRelease {
    const random = new Random(index);
    const lender = this.#raw(random.below(this.#base.length)).body.split(' ');
    const changed = (text: string): string => {
      const words = text.split(' ').map((word) => {
        if (random.below(15) === 0) return random.choose(lender);
        return word.replace(/\d/g, (digit) => String((Number(digit) + copy) % 10));
      });
      return words.join(' ');
    };
    const year = 1990 + (hashOf(raw.title + String(copy)) % 36);
    // The 29th of February has no counterpart in most years.
    const date = `${year}${raw.date.slice(4).replace('-02-29', '-02-28')}`;
    return { title: changed(raw.title), body: changed(raw.body), date };
  }
}

/** Of the real releases where `dataFolder` has them, else of made-up ones. */
export async function corpusFrom(dataFolder: string | null): Promise<Corpus> {
  const real = await realReleases(dataFolder);
  return real === null ? new Corpus(madeUpTexts(10_000), false) : new Corpus(real, true);
}
