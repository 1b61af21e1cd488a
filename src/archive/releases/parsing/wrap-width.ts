import { columnsOf } from './fold';

interface WrappedLine {
  readonly text: string;
  readonly afterGap: boolean;
}

/** Wider than any text that is wrapped by hand or by a mailer. */
const widest = 110;
const narrowest = 30;

/**
 * The column at which the text was hard-wrapped, or null where every line is a paragraph of its own.
 * A wrapped text has no long lines, and most lines with a successor come close to the margin.
 */
export function wrapWidthOf(lines: readonly WrappedLine[]): number | null {
  let margin = 0;
  let tooLong = 0;
  const columns = lines.map((line) =>
    line.text.length > widest ? widest + 1 : columnsOf(line.text),
  );
  for (const width of columns) {
    // A web address can't be wrapped; a few longer lines don't disprove a margin.
    if (width > widest) tooLong++;
    else margin = Math.max(margin, width);
  }
  if (margin < narrowest || tooLong * 20 > lines.length) return null;
  let near = 0;
  let followed = 0;
  lines.forEach((_, i) => {
    const next = lines[i + 1];
    if (!next || next.afterGap) return;
    followed++;
    if ((columns[i] ?? 0) >= margin * 0.8) near++;
  });
  return near >= 3 && near * 2 >= followed ? margin : null;
}
