import type { TextField } from '../../shared/query/query';
import type { DocumentTexts } from './search-document';
import { slotCount } from './posting-store';

interface FieldRanking {
  readonly texts: (document: DocumentTexts) => readonly string[];
  /** The name by which the query language asks for it alone. */
  readonly askedAs: TextField | null;
  readonly weight: number;
  /** How much a longer field weakens each of its words: 0 not at all, 1 in proportion. */
  readonly lengthNormalisation: number;
  /** Words that such a field usually has; stop words aside, two Han characters as one. */
  readonly usualLength: number;
}

/**
 * The fields that are searched. Weights and lengths of headline and body were chosen on the
 * Cranfield, CISI and CMRC collections; the other fields follow them. The usual lengths are fixed,
 * not averages of the archive, so that a document's impacts never depend on what else was filed, or
 * when. The body comes last: whoever looks for a short field in a document's tokens needn't read it.
 */
export const rankedFields: readonly FieldRanking[] = [
  {
    texts: (d) => [d.headline],
    askedAs: 'headline',
    weight: 4,
    lengthNormalisation: 0.6,
    usualLength: 10,
  },
  {
    texts: (d) => [d.subheadline],
    askedAs: 'headline',
    weight: 2,
    lengthNormalisation: 0.6,
    usualLength: 12,
  },
  {
    texts: (d) => d.captions,
    askedAs: 'caption',
    weight: 1,
    lengthNormalisation: 0.5,
    usualLength: 30,
  },
  { texts: (d) => d.credits, askedAs: 'by', weight: 0.5, lengthNormalisation: 0.3, usualLength: 6 },
  {
    texts: (d) => d.partners,
    askedAs: 'partner',
    weight: 3,
    lengthNormalisation: 0.3,
    usualLength: 8,
  },
  {
    texts: (d) => d.people,
    askedAs: 'person',
    weight: 2,
    lengthNormalisation: 0.3,
    usualLength: 8,
  },
  { texts: (d) => d.tags, askedAs: 'tag', weight: 3, lengthNormalisation: 0.3, usualLength: 4 },
  {
    texts: (d) => [d.place],
    askedAs: 'place',
    weight: 0.5,
    lengthNormalisation: 0.3,
    usualLength: 4,
  },
  {
    texts: (d) => [d.body],
    askedAs: 'body',
    weight: 1,
    lengthNormalisation: 0.6,
    usualLength: 150,
  },
];

export const bodyField = rankedFields.length - 1;

/** Saturation of repeated words, k1. */
const saturation = 2.5;

/** What one occurrence in field number `field` of `length` words adds to a term's frequency. */
export function occurrenceWeight(field: number, length: number): number {
  const ranking = rankedFields[field];
  if (ranking === undefined) return 0;
  const { weight, lengthNormalisation: b, usualLength } = ranking;
  return weight / (1 - b + (b * length) / usualLength);
}

/**
 * The slot of a weighted frequency: BM25F's impact tf / (tf + k1) in equal steps (S. Robertson and
 * H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6).
 */
export function slotOf(weightedFrequency: number): number {
  const impact = weightedFrequency / (weightedFrequency + saturation);
  return Math.min(slotCount - 1, Math.max(0, slotCount - 1 - Math.floor(impact * slotCount)));
}

/** The impact that a slot stands for: the middle of its step. */
export function impactOf(slot: number): number {
  return (slotCount - slot - 0.5) / slotCount;
}

/** How much a term says that `documents` of `total` hold (Robertson and Zaragoza, section 3.1). */
export function inverseDocumentFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}
