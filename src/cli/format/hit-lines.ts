import { embargoText, isEmbargoed } from '../../shared/embargo';
import type { FindHit, FindPage, Segment, Suggestion } from '../../shared/search';
import { countOf } from './fields';

export type Emphasis = (text: string) => string;

const undated = 'undated   ';

/** One hit: number, date, headline; the snippets and the id below. */
export function hitLines(hit: FindHit, number: number, width: number, bold: Emphasis): string[] {
  const indent = ' '.repeat(width + 2);
  const { embargo } = hit.release;
  const date = hit.release.publicationDate ?? undated;
  return [
    `${String(number).padStart(width)}  ${date}  ${segmentText(hit.headline, bold)}`,
    ...(embargo !== null && isEmbargoed(hit.release, Date.now())
      ? [`${indent}EMBARGOED until ${embargoText(embargo)}`]
      : []),
    ...hit.snippets
      // The headline stands above already.
      .filter((snippet) => snippet.field !== 'headline')
      .map((snippet) => `${indent}${snippet.field}: ${segmentText(snippet.segments, bold)}`),
    `${indent}${hit.release.id}`,
  ];
}

/**
 * "3 releases, 2 ms"; "1,204 releases, 12 with all the words, 1,192 with some, 21 to 40 shown, 5 ms"
 */
export function totalLine({ hits, total, complete, tookMs }: FindPage, offset: number): string {
  const parts = [countOf(total, 'release')];
  if (complete === 0) parts.push('none with all the words');
  else if (complete < total) {
    parts.push(
      `${complete.toLocaleString('en')} with all the words`,
      `${(total - complete).toLocaleString('en')} with some`,
    );
  }
  if (hits.length === 0) parts.push('none shown');
  else if (hits.length < total) parts.push(`${offset + 1} to ${offset + hits.length} shown`);
  return [...parts, `${Math.ceil(tookMs)} ms`].join(', ');
}

/** "Did you mean: signing ceremony" */
export function suggestionLine({ segments }: Suggestion, bold: Emphasis): string {
  return `Did you mean: ${segmentText(segments, bold)}`;
}

/** One line, whatever breaks the text has. */
function segmentText(segments: readonly Segment[], bold: Emphasis): string {
  return segments
    .map(({ text, hit }) => {
      const line = text.replaceAll(/\s+/g, ' ');
      return hit ? bold(line) : line;
    })
    .join('');
}
