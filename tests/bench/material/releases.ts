import { emptyReleaseContent, type ReleaseContent } from '../../../src/shared/release';
import { madeUpReleases } from './made-up-releases';
import type { RawRelease } from './raw-release';
import { realReleases } from './real-releases';

/** As many releases as anyone asks for, made from a few thousand. */
export class ReleaseMaterial {
  readonly #base: readonly RawRelease[];
  /** What a reader of the numbers should know of the material. */
  readonly description: string;

  constructor(base: readonly RawRelease[], origin: string) {
    this.#base = base;
    const letters = base.reduce((sum, release) => sum + release.body.length, 0);
    this.description =
      `${base.length.toLocaleString('en')} ${origin}, ${Math.round(letters / base.length)} ` +
      'characters on average; beyond them, changed copies (dates five years earlier each time, ' +
      'the text turned round at another word).';
  }

  /** The same for the same number, always. */
  content(index: number): ReleaseContent {
    const raw = this.#base[index % this.#base.length];
    if (raw === undefined) throw new Error('No material.');
    const copy = Math.floor(index / this.#base.length);
    return {
      ...emptyReleaseContent,
      language: 'en',
      headline: copy === 0 ? raw.title : `${raw.title} (${copy + 1})`,
      publicationDate: yearsEarlier(raw.date, copy * 5),
      body: turned(raw.body, copy),
    };
  }
}

/** The real releases where `dataFolder` has them, else made-up ones. */
export async function releaseMaterial(dataFolder: string | null): Promise<ReleaseMaterial> {
  const real = await realReleases(dataFolder);
  if (real === null) {
    return new ReleaseMaterial(
      madeUpReleases(),
      'made-up releases, since no folder of real ones was found (--data)',
    );
  }
  return new ReleaseMaterial(real, 'real releases');
}

/** The last words come first, a different number of them for each copy. Costs next to nothing. */
function turned(body: string, copy: number): string {
  const cut = body.indexOf(' ', (copy * 997) % Math.max(1, body.length));
  return copy === 0 || cut === -1 ? body : `${body.slice(cut + 1)} ${body.slice(0, cut)}`;
}

function yearsEarlier(date: string, years: number): string {
  // The 29th of February has no counterpart in most years.
  return `${Number(date.slice(0, 4)) - years}${date.slice(4).replace('-02-29', '-02-28')}`;
}
