import { isAscii } from 'node:buffer';
import { firstWordId } from '../../word-table';
import { ByteWriter, Varints } from '../byte-writer';
import { bufferOf } from '../bytes';
import { DocumentAnalyser } from '../document-analyser';
import { parseTexts } from '../document-texts';
import { GrowingUint32 } from '../growing';
import { NumberUnits } from '../number-units';
import { noTerm } from '../segment-sections';
import {
  joinTexts,
  type AnalysedTexts,
  type AnalystTask,
  type AnalystTasks,
  type GivenTexts,
  type JoinedTexts,
  type KnownTerms,
  type WrittenTokens,
} from './analyst';
import { PostingCollector, writePostings } from './posting-batches';

/** Tokens that are written between two chances for something else to run. */
const stride = 1 << 20;

/** The work of an analyst, in whichever thread; each of its long steps yields now and then. */
export class TextAnalyst {
  readonly #analyser = new DocumentAnalyser();
  readonly #postings = new PostingCollector();
  readonly #tokens = new NumberUnits();
  readonly #tokenLengths = new GrowingUint32();
  /** By batches. */
  readonly #written: { readonly tokens: Uint16Array; readonly lengths: Uint32Array }[] = [];
  #wordsTold = firstWordId;

  *answer<Task extends AnalystTask>(
    task: Task,
    given: AnalystTasks[Task]['given'],
  ): Generator<undefined, AnalystTasks[Task]['answer']> {
    const work: { [Each in AnalystTask]: (given: AnalystTasks[Each]['given']) => Work<Each> } = {
      texts: (texts) => this.#analyse(texts),
      terms: () => this.#terms(),
      postings: writePostings,
      tokens: (wordIds) => this.#writeTokens(wordIds),
    };
    return yield* work[task](given);
  }

  *#analyse({ texts, bounds }: GivenTexts): Generator<undefined, AnalysedTexts> {
    for (let at = 0; at + 1 < bounds.length; at += 1) {
      this.#read(textOf(texts.subarray(bounds[at], bounds[at + 1])));
    }
    this.#written.push({
      tokens: this.#tokens.copy(),
      lengths: this.#tokenLengths.view().slice(),
    });
    const analysed = { ...this.#postings.take(), ...this.#newWords() };
    this.#tokens.clear();
    this.#tokenLengths.clear();
    return analysed;
  }

  /** The next document. */
  #read(text: string): void {
    const { termIds, slots, tokens, terms } = this.#analyser;
    this.#analyser.analyse(parseTexts(text));
    this.#postings.add(termIds.view(), slots.view(), terms.size);
    const start = this.#tokens.length;
    this.#tokens.append(tokens.values, tokens.length);
    this.#tokenLengths.push(this.#tokens.length - start);
  }

  #newWords(): { readonly words: JoinedTexts; readonly han: Uint8Array } {
    const { words } = this.#analyser;
    const from = this.#wordsTold;
    const count = words.end - from;
    this.#wordsTold = words.end;
    const texts = Array.from({ length: count }, (_, at) => words.word(from + at));
    const han = Uint8Array.from({ length: count }, (_, at) => (words.isHan(from + at) ? 1 : 0));
    return { words: joinTexts(texts), han };
  }

  *#terms(): Generator<undefined, KnownTerms> {
    const { terms, words } = this.#analyser;
    const count = words.end - firstWordId;
    const termsOfWords = Uint32Array.from({ length: count }, (_, at) => {
      const id = firstWordId + at;
      return words.isHan(id) ? noTerm : this.#analyser.termOf(id);
    });
    yield;
    const texts = Array.from({ length: terms.size }, (_, id) => terms.text(id));
    const frequencies = this.#postings.frequencies.slice(0, terms.size);
    return { terms: joinTexts(texts), frequencies, termsOfWords };
  }

  *#writeTokens(wordIds: Uint32Array | null): Generator<undefined, WrittenTokens> {
    const varints = new Varints(this.#analyser.words.end, (id) =>
      id < firstWordId ? id : (wordIds?.[id - firstWordId] ?? id),
    );
    yield;
    const tokens: Uint8Array[] = [];
    const lengths: Uint32Array[] = [];
    let left = stride;
    // Each batch is let go of as soon as it is written.
    for (let next = this.#written.shift(); next !== undefined; next = this.#written.shift()) {
      const after = encoded(next.tokens, next.lengths, varints);
      tokens.push(after.tokens);
      lengths.push(after.lengths);
      left -= next.tokens.length;
      if (left > 0) continue;
      left = stride;
      yield;
    }
    return { tokens, lengths };
  }
}

type Work<Task extends AnalystTask> = Generator<undefined, AnalystTasks[Task]['answer']>;

/** A text of UTF-8; most are ASCII, of which strings are made sooner. */
function textOf(utf8: Uint8Array): string {
  return bufferOf(utf8).toString(isAscii(utf8) ? 'latin1' : 'utf8');
}

const writer = new ByteWriter();

/** Tokens as `varints` has them; the lengths given are in units, those that are answered in bytes. */
function encoded(
  units: Uint16Array,
  lengths: Uint32Array,
  varints: Varints,
): { readonly tokens: Uint8Array; readonly lengths: Uint32Array } {
  const after = new Uint32Array(lengths.length);
  writer.clear();
  let at = 0;
  for (let document = 0; document < lengths.length; document += 1) {
    const end = at + (lengths[document] ?? 0);
    const start = writer.length;
    writer.translated(units, at, end, varints);
    after[document] = writer.length - start;
    at = end;
  }
  return { tokens: new Uint8Array(writer.view()), lengths: after };
}
