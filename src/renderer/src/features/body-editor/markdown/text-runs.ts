import type { Mark, Node } from '@tiptap/pm/model';

/** A piece of a paragraph in one look; null in `text`: a line break. */
export interface TextRun {
  readonly text: string | null;
  readonly marks: readonly Mark[];
}

/** Marks that Markdown writes as signs beside the letters, and reads only where these allow it. */
const signed = ['bold', 'italic', 'strike'];

/**
 * The text of a paragraph or heading as Markdown can say it: no space at its edges or at a line
 * break, and marks that end where their signs are read as such.
 */
export function runsOf(node: Node, breaks: 'lines' | 'one line'): readonly TextRun[] {
  let runs: TextRun[] = [];
  node.forEach((child) => {
    if (child.isText) {
      runs.push({ text: (child.text ?? '').replaceAll(/[\n\r\t\0]+/g, ' '), marks: child.marks });
    } else if (child.type.name === 'hardBreak') {
      runs.push({ text: breaks === 'lines' ? null : ' ', marks: [] });
    }
  });
  runs = trimmed(withMarkedBreaks(runs));
  for (const name of signed) runs = withReadableEdges(runs, name);
  return joined(runs);
}

function isCode({ marks }: TextRun): boolean {
  return marks.some(({ type }) => type.name === 'code');
}

/** A break within emphasised words belongs to them. */
function withMarkedBreaks(runs: readonly TextRun[]): TextRun[] {
  return runs.map((run, index) => {
    const next = runs.slice(index + 1).find(({ text }) => text !== null);
    const last = runs.slice(0, index).findLast(({ text }) => text !== null);
    if (run.text !== null || next === undefined || last === undefined) return run;
    const marks = last.marks.filter(
      (mark) => mark.type.name !== 'code' && mark.isInSet(next.marks),
    );
    return { ...run, marks };
  });
}

/** Without spaces at the edges and behind breaks, and without breaks at the end. */
function trimmed(runs: readonly TextRun[]): TextRun[] {
  const kept: TextRun[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (run.text === null) {
      kept.push(run);
    } else {
      const isAtStart = last === undefined || last.text === null;
      const text = isAtStart && !isCode(run) ? run.text.replace(/^ +/u, '') : run.text;
      if (text !== '') kept.push({ ...run, text });
    }
  }
  do trimEnd(kept);
  while (kept.at(-1)?.text === null && kept.pop() !== undefined);
  return kept;
}

function trimEnd(runs: TextRun[]): void {
  for (let last = runs.pop(); last !== undefined; last = runs.pop()) {
    const text = last.text === null || isCode(last) ? last.text : last.text.replace(/ +$/u, '');
    if (text === '') continue;
    runs.push({ ...last, text });
    return;
  }
}

const space = /\s/u;
const punctuation = /[\p{P}\p{S}]/u;
/** Inside of a sign, another one is as good as a letter. */
const sign = /[*_~]/u;

/**
 * Signs of emphasis are read as such only if no space lies inside of them, and where punctuation does,
 * if no letter lies outside (CommonMark 0.31, "Emphasis and strong emphasis"). Chinese sets no spaces:
 * "**注意：**明天" would show its asterisks. There the mark ends before the punctuation.
 */
function withReadableEdges(runs: readonly TextRun[], name: string): TextRun[] {
  const result: TextRun[] = [];
  for (let at = 0; at < runs.length;) {
    const first = runs[at];
    if (first === undefined) break;
    const mark = first.marks.find(({ type }) => type.name === name);
    if (mark === undefined) {
      result.push(first);
      at += 1;
      continue;
    }
    let end = at;
    while (runs[end]?.marks.some((each) => each.eq(mark)) === true) end += 1;
    result.push(...narrowed(runs, at, end, mark));
    at = end;
  }
  return result;
}

function narrowed(runs: readonly TextRun[], at: number, end: number, mark: Mark): TextRun[] {
  const before = runs[at - 1];
  const after = runs[end];
  const letters: TextRun[] = runs
    .slice(at, end)
    .flatMap(({ text, marks }): TextRun[] =>
      text === null ? [{ text, marks }] : [...text].map((letter) => ({ text: letter, marks })),
    );
  const isOut = (
    letter: TextRun | undefined,
    beside: TextRun | undefined,
    side: -1 | 1,
  ): boolean => {
    if (letter === undefined || isCode(letter)) return false;
    if (letter.text === null || space.test(letter.text)) return true;
    if (!punctuation.test(letter.text) || sign.test(letter.text) || beside?.text == null)
      return false;
    // Where another mark begins or ends, its sign is what stands outside.
    const others = (marks: readonly Mark[]): number =>
      marks.filter(({ type }) => type.name !== mark.type.name).length;
    if (others(beside.marks) !== others(letter.marks)) return false;
    const outside = side === -1 ? beside.text.slice(-1) : (beside.text[0] ?? '');
    return outside !== '' && !space.test(outside) && !punctuation.test(outside);
  };
  let start = 0;
  let stop = letters.length;
  while (start < stop && isOut(letters[start], before, -1)) start += 1;
  while (stop > start && isOut(letters[stop - 1], after, 1)) stop -= 1;
  return letters.map(({ text, marks }, index) => ({
    text,
    marks: index >= start && index < stop ? marks : mark.removeFromSet(marks),
  }));
}

/** Neighbours of one look as one piece. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const pieces: TextRun[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    const isSame =
      last?.marks.length === run.marks.length &&
      last.marks.every((mark) => mark.isInSet(run.marks));
    if (isSame && last.text !== null && run.text !== null) {
      pieces[pieces.length - 1] = { ...last, text: last.text + run.text };
    } else pieces.push(run);
  }
  return pieces;
}
