import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LivePart } from '../../../../../src/archive/search/index/live-part';
import { MemorySource } from '../../../../../src/archive/search/index/memory-source';
import type { Part } from '../../../../../src/archive/search/index/part';
import { Segment } from '../../../../../src/archive/search/index/segment';
import { SegmentDamaged } from '../../../../../src/archive/search/index/segment-file';
import { SegmentBuilder } from '../../../../../src/archive/search/index/segment-builder';
import {
  piecewiseSections,
  type SegmentData,
} from '../../../../../src/archive/search/index/segment-sections';
import type { SearchDocument } from '../../../../../src/archive/search/search-document';
import { SearchIndex } from '../../../../../src/archive/search/search-index';
import { tokenise } from '../../../../../src/archive/search/text-analysis';
import { anyDocument } from '../any-document';
import { ask, document } from '../documents';

function built(documents: readonly SearchDocument[]): SegmentData {
  const builder = new SegmentBuilder();
  for (const each of documents) builder.add(each);
  const steps = builder.finish();
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const segmentOf = (documents: readonly SearchDocument[]): Segment =>
  new Segment(new MemorySource(built(documents)));

const anyDocuments = fc
  .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(anyDocument, fc.integer({ min: 0, max: 0xffffffff }))
          .map(([fields, stamp]) => ({ ...fields, id, stamp })),
      ),
    ),
  );

/** What a part knows of its terms and words, in an order of its own. */
function knowledge(part: Part): object {
  const terms = new Map<string, object>();
  const words = new Map<string, string>();
  part.visitWords('', (word, term) => words.set(word, part.termText(term)));
  for (const term of new Set(words.values())) {
    const number = part.term(term);
    const ids = (documents: ArrayLike<number>): readonly string[] =>
      Array.from(documents, (each) => part.idOf(each)).sort();
    terms.set(term, {
      documents: part.documentsWith(number),
      postings: Array.from(part.postings(number), (documents) => ids(documents ?? [])).join(),
      words: Array.from(part.wordsOf(number), (id) => part.word(id)).sort(),
    });
  }
  return { words: new Map([...words].sort()), terms: new Map([...terms].sort()) };
}

describe('a segment', () => {
  it('has the same postings whether they are read together or each by itself', () => {
    fc.assert(
      fc.property(anyDocuments, fc.nat(), (documents, skipped) => {
        const alone = segmentOf(documents);
        const together = segmentOf(documents);
        const terms: number[] = [-1];
        alone.visitTerms('', (term) => {
          if (term % 5 !== skipped % 5) terms.unshift(term);
        });
        together.expect(terms);
        for (const term of terms) {
          if (term >= 0) expect(together.postings(term)).toEqual(alone.postings(term));
        }
      }),
    );
  });

  it('has its documents as they were given', () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const segment = segmentOf(documents);
        expect(segment.size).toBe(documents.length);
        for (const each of documents) {
          const number = segment.numberOf(each.id) ?? -1;
          expect(segment.documentOf(number)).toEqual(each);
          expect(segment.idOf(number)).toBe(each.id);
          expect(segment.stampOf(number)).toBe(each.stamp);
        }
        expect(segment.numberOf('somebody else')).toBeUndefined();
      }),
    );
  });

  it('knows the same words, terms and postings as the documents in memory', () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const live = new LivePart();
        for (const each of documents) live.add(each);
        const segment = segmentOf(documents);
        expect(knowledge(segment)).toEqual(knowledge(live));
        for (const each of documents) {
          const inMemory = live.numberOf(each.id) ?? -1;
          const kept = segment.numberOf(each.id) ?? -1;
          expect(segment.tokens(kept).length).toBe(live.tokens(inMemory).length);
          for (const text of [each.headline, each.body]) {
            const tokens = tokenise(text).slice(0, 3);
            if (tokens.length === 0) continue;
            const [there, here] = [live.sequence(tokens), segment.sequence(tokens)];
            expect(here === null).toBe(there === null);
            if (there === null || here === null) continue;
            expect(segment.contains(kept, here, null)).toBe(live.contains(inMemory, there, null));
            expect(segment.contains(kept, here, [0])).toBe(live.contains(inMemory, there, [0]));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps no text of a document apart by the signs that part its fields', () => {
    const strange = document('a', {
      headline: 'one\u001etwo',
      captions: ['three\u001ffour', 'five'],
    });
    expect(segmentOf([strange]).documentOf(0)).toMatchObject({
      headline: 'one two',
      captions: ['three four', 'five'],
      body: '',
    });
  });

  it('counts what removed documents leave of each term once that is asked for', () => {
    const segment = segmentOf([
      document('a', 'visit sign'),
      document('b', 'visit'),
      document('c', ''),
    ]);
    const visit = segment.term('visit');
    segment.remove(1);
    segment.remove(1);
    expect(segment.living).toBe(2);
    expect(segment.documentsWith(visit)).toBe(2);
    const analyser = new LivePart();
    segment.settle((texts) => analyser.termsOf(texts));
    segment.settle((texts) => analyser.termsOf(texts));
    expect(segment.documentsWith(visit)).toBe(1);
    expect(segment.voided).toEqual([1]);
    expect([...segment.frequencyLoss]).toEqual([[visit, 1]]);
  });
});

/** 0 where the segment is seen to be damaged. */
function totalOf(index: SearchIndex, question: string): number {
  try {
    return ask(index, question, { feedback: 'always', facets: true }).total;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(SegmentDamaged);
    return 0;
  }
}

it('whatever bytes stand where a segment is only read when needed, a search ends', () => {
  const texts = [
    'planned visit 华为 résumé',
    'the visit of Huawei',
    'sign e-mail 20+8',
    '华为科技',
  ];
  const questions = [
    'vis',
    '"visit of"',
    '"华为"',
    '科技',
    'body:visit',
    'sign visit huawei plan 华为 ',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...piecewiseSections, 'documentFrequencies', 'postingOffsets'),
      fc.infiniteStream(fc.nat({ max: 255 })),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (section, noise, share) => {
        const data = built(
          texts.map((text, at) => document(`d${at}`, { body: text, headline: text })),
        );
        const bytes = Buffer.concat(data.sections[section]);
        for (let at = 0; at < bytes.length * share; at += 1) bytes[at] = Number(noise.next().value);
        const sections = { ...data.sections, [section]: [bytes] };
        const segment = new Segment(new MemorySource({ ...data, sections }));
        const index = new SearchIndex(null, [{ file: '', segment }]);
        for (const question of questions) {
          const total = totalOf(index, question);
          expect(total).toBeLessThanOrEqual(texts.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});
