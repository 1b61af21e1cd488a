import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../src/archive/search/edit-distance';
import { IndexView } from '../../../../src/archive/search/engine/index-view';
import { LivePart } from '../../../../src/archive/search/index/live-part';
import { MemorySource } from '../../../../src/archive/search/index/memory-source';
import type { Part } from '../../../../src/archive/search/index/part';
import { Segment } from '../../../../src/archive/search/index/segment';
import { SegmentBuilder } from '../../../../src/archive/search/index/segment-builder';
import { slipLikelihood } from '../../../../src/archive/search/keyboard';
import type { SearchDocument } from '../../../../src/archive/search/search-document';
import { suggest } from '../../../../src/archive/search/spelling';
import { spellingVocabulary } from '../../../../src/archive/search/spelling-vocabulary';
import { termOf } from '../../../../src/archive/search/stemming';
import { stopWords } from '../../../../src/archive/search/stop-words';
import type { ParsedQuery, QueryNode } from '../../../../src/shared/query/query';
import { texts } from './query-nodes';

function document(id: string, body: string): SearchDocument {
  return {
    id,
    ...texts({ body }),
    publicationDate: null,
    status: 'filed',
    language: 'en',
    inTrash: false,
    hasPhotos: false,
    partnerIds: [],
    personNames: [],
    stamp: 0,
  };
}

function liveOf(bodies: readonly string[]): LivePart {
  const part = new LivePart();
  bodies.forEach((body, number) => {
    part.add(document(`live-${number}`, body));
  });
  return part;
}

function segmentOf(bodies: readonly string[]): Segment {
  const builder = new SegmentBuilder();
  bodies.forEach((body, number) => {
    builder.add(document(`old-${number}`, body));
  });
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return new Segment(new MemorySource(step.value));
  }
}

const vocabularyOf = (...parts: readonly Part[]) => spellingVocabulary(new IndexView(parts));

/** Pieces between spaces; "a:b" is a word of a field, "-a" an excluded one, "a*" a begun one. */
function parsed(text: string, typing = false): ParsedQuery {
  const nodes = Array.from(text.matchAll(/\S+/g), (match): QueryNode => {
    const [piece] = match;
    const range = { start: match.index, end: match.index + piece.length };
    const words = (typed: string, field: 'headline' | null = null): QueryNode => {
      const last = typing && range.end === text.length;
      const prefix = typed.endsWith('*') ? 'asked' : last ? 'typing' : null;
      return { kind: 'words', text: typed.replace(/\*$/, ''), prefix, field, range };
    };
    if (piece.startsWith('-')) return { kind: 'not', node: words(piece.slice(1)), range };
    if (piece.startsWith('headline:')) return words(piece.slice(9), 'headline');
    if (piece.startsWith('"')) {
      return { kind: 'phrase', text: piece.replaceAll('"', ''), field: null, range };
    }
    return words(piece);
  });
  return { nodes, notes: [], pasted: false };
}

const repeated = (body: string, times: number) => Array.from({ length: times }, () => body);
const bodies = [
  ...repeated('The university signed a memorandum with Huawei on a windmill.', 20),
  ...repeated('A press release about the government and the senator of Geneva, signed today.', 12),
  ...repeated('Wind power. The mill of Basel.', 11),
  'universety',
];
const archive = vocabularyOf(segmentOf(bodies.slice(0, 25)), liveOf(bodies.slice(25)));
const suggestion = (text: string, typing = false) =>
  suggest(parsed(text, typing), text, archive)?.text ?? null;

describe('a suggestion', () => {
  it.each([
    ['goverment', 'government'],
    ['govermnent', 'government'],
    ['hauwei', 'huawei'],
    ['uhawei', 'huawei'],
    ['genva', 'geneva'],
    ['memorandim hauwei', 'memorandum huawei'],
    ['Goverment of Genva', 'Government of Geneva'],
    ['goverment’s plan', 'government’s plan'],
  ])('of %s is %s', (text, expected) => {
    expect(suggestion(text)).toBe(expected);
  });

  it('is of a word that a few have when clearly more have the other', () => {
    expect(suggestion('universety')).toBe('university');
  });

  it.each([
    ['government'],
    ['governments'],
    ['zzzzzz'],
    ['sxyqed'],
    ['gva'],
    ['the'],
    ['2O22'],
    ['goverment*'],
    ['headline:goverment'],
    ['-goverment'],
    ['"goverment"'],
    ['大学'],
    [''],
  ])('of %s there is none', (text) => {
    expect(suggestion(text)).toBeNull();
  });

  it('leaves everything else in its place, and marks what it changed', () => {
    const text = ' goverment  (headline:hauwei  -genva "genva") 大学 HAUWEI';
    expect(suggest(parsed(text), text, archive)).toEqual({
      text: ' government  (headline:hauwei  -genva "genva") 大学 Huawei',
      segments: [
        { text: ' ', hit: false },
        { text: 'government', hit: true },
        { text: '  (headline:hauwei  -genva "genva") 大学 ', hit: false },
        { text: 'Huawei', hit: true },
      ],
    });
  });

  it('waits for a word that is being typed until nothing begins with it', () => {
    expect(suggestion('goverm', true)).toBeNull();
    expect(suggestion('gover', true)).toBeNull();
    expect(suggestion('goverment', true)).toBe('government');
    expect(suggestion('themse', true)).toBeNull();
  });

  it('parts words that the archive has one after the other', () => {
    expect(suggestion('pressrelease')).toBe('press release');
    expect(suggestion('releasepress')).toBeNull();
  });

  it('joins words that the archive has as one, unless it has them as two', () => {
    expect(suggestion('wind mill')).toBe('windmill');
    expect(suggestion('Wind Mill signed')).toBe('Windmill signed');
    expect(suggestion('wind -mill')).toBeNull();
    const both = vocabularyOf(liveOf([...bodies, 'the old wind mill']));
    expect(suggest(parsed('wind mill'), 'wind mill', both)).toBeNull();
  });

  it('is never of a pasted text', () => {
    expect(suggest({ ...parsed('goverment'), pasted: true }, 'goverment', archive)).toBeNull();
  });

  it('does not come from documents that are gone', () => {
    const part = liveOf(['government']);
    const view = new IndexView([part]);
    expect(suggest(parsed('goverment'), 'goverment', spellingVocabulary(view))).not.toBeNull();
    part.remove(0);
    expect(suggest(parsed('goverment'), 'goverment', spellingVocabulary(view))).toBeNull();
  });
});

/** The definition itself: the least number of changes, by trying them all. */
function plainDistance(left: string, right: string): number {
  const cost = Array.from({ length: left.length + 1 }, (_, at) => [at]);
  cost[0] = Array.from({ length: right.length + 1 }, (_, at) => at);
  const at = (line: number, column: number): number => cost[line]?.[column] ?? Infinity;
  for (let line = 1; line <= left.length; line += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[line - 1] === right[column - 1];
      const swapped = left[line - 1] === right[column - 2] && left[line - 2] === right[column - 1];
      const ways = [
        at(line - 1, column) + 1,
        at(line, column - 1) + 1,
        at(line - 1, column - 1) + (same ? 0 : 1),
        line > 1 && column > 1 && swapped ? at(line - 2, column - 2) + 1 : Infinity,
      ];
      (cost[line] ??= [])[column] = Math.min(...ways);
    }
  }
  return at(left.length, right.length);
}

const word = fc.stringMatching(/^[abcde]{1,9}$/);

describe('the distance of two words', () => {
  it('is the least number of letters put in, left out, replaced or swapped', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (left, right, limit) => {
        const bytes = Buffer.from(`xx${right}yy`);
        expect(editDistance(Buffer.from(left), bytes, 2, 2 + right.length, limit)).toBe(
          Math.min(plainDistance(left, right), limit + 1),
        );
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the best suggestion', () => {
  const long = fc.stringMatching(/^[abcde]{4,8}$/);

  it('is the nearest, then the most frequent, then the likeliest word of the archive', () => {
    const counted = fc.array(fc.tuple(word, fc.integer({ min: 1, max: 40 })), { maxLength: 40 });
    fc.assert(
      fc.property(counted, long, fc.integer(), (entries, typed, cut) => {
        const lines = entries.flatMap(([entry, times]) => repeated(entry, times));
        const middle = Math.abs(cut) % (lines.length + 1);
        const view = new IndexView([
          segmentOf(lines.slice(0, middle)),
          liveOf(lines.slice(middle)),
        ]);
        const documents = (other: string): number => view.documentsWith(termOf(other));
        const limit = typed.length < 6 ? 1 : 2;
        const missed = documents(typed) <= Math.max(1, Math.floor(lines.length / 1_000));
        const best = entries
          .map(([other]) => ({
            other,
            distance: plainDistance(typed, other),
            frequency: Math.floor(Math.log2(documents(other))),
            likely: slipLikelihood(typed, other),
          }))
          .filter(({ other, distance }) => {
            const first = typed.startsWith(other.charAt(0));
            if (distance === 0 || distance > (first ? limit : 1)) return false;
            return documents(other) >= Math.max(1, 10 * documents(typed));
          })
          .sort(
            (a, b) =>
              a.distance - b.distance ||
              b.frequency - a.frequency ||
              b.likely - a.likely ||
              (a.other < b.other ? -1 : 1),
          )[0]?.other;
        const expected = missed && !stopWords.has(typed) ? (best ?? null) : null;
        const found = suggest(parsed(typed), typed, spellingVocabulary(view))?.text ?? null;
        expect(found).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('slips of fingers', () => {
  it('are likelier beside the right key, and behind the first letter', () => {
    expect(slipLikelihood('senatir', 'senator')).toBe(2);
    expect(slipLikelihood('senatpr', 'senator')).toBe(2);
    expect(slipLikelihood('senatqr', 'senator')).toBe(1);
    expect(slipLikelihood('senatr', 'senator')).toBe(1);
    expect(slipLikelihood('aenator', 'senator')).toBe(1);
    expect(slipLikelihood('penator', 'senator')).toBe(0);
  });
});

describe('the words of a part, as bytes', () => {
  it('are those of its documents of the lengths asked for, in memory and in a segment', () => {
    const lines = ['Signing the 签署 MÜNCHEN résumé', 'москва ａｂ 5g 20,000', 'ﷺ long'.repeat(3)];
    for (const part of [liveOf(lines), segmentOf(lines)]) {
      const all = new Set<string>();
      part.visitWords('', (entry) => all.add(entry));
      expect(all.size).toBeGreaterThan(8);
      for (const [least, most] of [
        [0, 300],
        [4, 6],
        [7, 7],
        [12, 12],
      ] as const) {
        const visited: string[] = [];
        part.visitWordBytes(least, most, (bytes, start, end) => {
          visited.push(Buffer.from(bytes.subarray(start, end)).toString('utf8'));
        });
        const wanted = [...all].filter((entry) => {
          const length = Buffer.byteLength(entry);
          return length >= least && length <= most;
        });
        expect(visited.sort()).toEqual(wanted.sort());
      }
    }
  });
});
