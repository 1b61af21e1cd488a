import type { Confidence, Guess, ParsedRelease, Span } from '../../../../shared/parsed-release';
import type { FieldName } from './fields';

/** A run of the source text and the field that it was taken for. */
export interface SourcePiece {
  readonly text: string;
  readonly start: number;
  /** null: nothing was recognised here. */
  readonly field: FieldName | null;
  /** Persons and partners lie inside other fields; they are underlined, not tinted. */
  readonly name: 'people' | 'partners' | null;
  readonly confidence: Confidence;
}

interface Claim {
  readonly span: Span;
  readonly field: FieldName;
  readonly confidence: Confidence;
}

function claimsOf(parsed: ParsedRelease): readonly Claim[] {
  const claims: Claim[] = [];
  const claim = (field: FieldName, guesses: readonly (Guess<unknown> | null)[]): void => {
    for (const guess of guesses) {
      if (guess) claims.push({ span: guess.span, field, confidence: guess.confidence });
    }
  };
  claim('body', parsed.paragraphs);
  claim('headline', [parsed.headline]);
  claim('subheadline', [parsed.subheadline]);
  claim('dateline', [parsed.dateline]);
  claim('byline', [parsed.byline]);
  claim('publicationDate', [parsed.publicationDate]);
  claim('eventDate', [parsed.eventDate]);
  claim('embargo', [parsed.embargo]);
  claim('captions', parsed.captions);
  claim('textCredit', [parsed.textCredit]);
  claim('photoCredit', [parsed.photoCredit]);
  claim('boilerplate', [parsed.boilerplate]);
  claim('mediaContact', [parsed.mediaContact]);
  claim('people', parsed.people);
  for (const { mentions, confidence } of parsed.partners) {
    for (const span of mentions) claims.push({ span, field: 'partners', confidence });
  }
  return claims;
}

function length(span: Span): number {
  return span.end - span.start;
}

function isName(field: FieldName): field is 'people' | 'partners' {
  return field === 'people' || field === 'partners';
}

/**
 * Cuts the source text so that each piece belongs to one field: the narrowest claim wins (a
 * dateline inside the first paragraph is a dateline), and names are kept beside it. Stops at `end`.
 */
export function sourcePieces(parsed: ParsedRelease, end = Infinity): readonly SourcePiece[] {
  const textEnd = Math.min(parsed.text.length, end);
  const claims = claimsOf(parsed).filter(
    (claim) => length(claim.span) > 0 && claim.span.start < textEnd,
  );
  const cuts = new Set([0, textEnd]);
  for (const { span } of claims) cuts.add(span.start).add(Math.min(span.end, textEnd));
  const borders = [...cuts].sort((a, b) => a - b);
  const starting = [...claims].sort((a, b) => a.span.start - b.span.start);

  const pieces: SourcePiece[] = [];
  let nextClaim = 0;
  let open: Claim[] = [];
  for (const [index, start] of borders.entries()) {
    const next = borders[index + 1];
    if (next === undefined) break;
    open = open.filter((claim) => claim.span.end > start);
    for (
      let claim = starting[nextClaim];
      claim && claim.span.start <= start;
      claim = starting[nextClaim]
    ) {
      open.push(claim);
      nextClaim += 1;
    }
    const narrowest = [...open].sort((a, b) => length(a.span) - length(b.span));
    const owner = narrowest.find((claim) => !isName(claim.field));
    const named = narrowest.find((claim) => isName(claim.field));
    pieces.push({
      text: parsed.text.slice(start, next),
      start,
      field: owner?.field ?? null,
      name: named && isName(named.field) ? named.field : null,
      confidence: owner?.confidence ?? named?.confidence ?? 'high',
    });
  }
  return pieces;
}
