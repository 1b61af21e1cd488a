interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A run or a paragraph that is open. */
interface Open {
  readonly name: string;
  readonly start: number;
  /** The paragraph that a run is part of. */
  readonly paragraph: Open | null;
  isHidden: boolean | null;
  style: string;
}

const tags = /<(\/?)(w:(?:p|r|rPrChange|pPrChange|vanish|rStyle|pStyle))(?=[\s/>])([^<>]*)>/g;
/** What stays of a hidden run: a field that begins in one may end in a run that is shown. */
const ofFields =
  /<w:fldChar\b[^<>]*\/>|<w:fldChar\b[^<>]*>|<\/w:fldChar>|<w:instrText\b[^<>]*>[^<]*<\/w:instrText>/g;
const mostBases = 16;

/** Ids of the styles that hide the text that they are given to (ECMA-376 part 1, 17.3.2.41). */
export function hidingStyles(xml: string): ReadonlySet<string> {
  const styles = new Map<string, { isHidden: boolean | null; base: string }>();
  const starts = [...xml.matchAll(/<w:style\b[^<>]*>/g)];
  for (const [index, { 0: tag, index: start }] of starts.entries()) {
    const content = xml.slice(start, starts[index + 1]?.index);
    const vanish = /<w:vanish(?=[\s/>])[^<>]*>/.exec(content)?.[0];
    const base = /<w:basedOn\b[^<>]*>/.exec(content)?.[0] ?? '';
    const isHidden = vanish === undefined ? null : isOn(vanish);
    styles.set(valueOf(tag, 'styleId'), { isHidden, base: valueOf(base, 'val') });
  }
  const hides = (id: string, depth = 0): boolean => {
    const style = styles.get(id);
    if (style === undefined || depth > mostBases) return false;
    return style.isHidden ?? hides(style.base, depth + 1);
  };
  return new Set([...styles.keys()].filter((id) => hides(id)));
}

/** The document without the runs that are hidden, and how many passages they were. */
export function withoutHidden(
  xml: string,
  hiding: ReadonlySet<string>,
): { readonly xml: string; readonly count: number } {
  if (hiding.size === 0 && !xml.includes('<w:vanish')) return { xml, count: 0 };
  const parts: string[] = [];
  let at = 0;
  let count = 0;
  let lastEnd = -1;
  for (const { start, end } of hiddenRuns(xml, hiding)) {
    const run = xml.slice(start, end);
    parts.push(xml.slice(at, start), fieldsOf(run));
    at = end;
    if (!/<w:t(?=[\s>])|<w:drawing|<w:pict/.test(run)) continue;
    if (start !== lastEnd) count++;
    lastEnd = end;
  }
  parts.push(xml.slice(at));
  return { xml: parts.join(''), count };
}

/** Each that lies in no other one, in order; in one pass. */
function hiddenRuns(xml: string, hiding: ReadonlySet<string>): readonly Stretch[] {
  const found: Stretch[] = [];
  const open: Open[] = [];
  /** How the text looked before somebody changed that. */
  let earlierLooks = 0;
  for (const { 0: tag, 1: slash, 2: name = '', 3: rest = '', index } of xml.matchAll(tags)) {
    const isEmpty = rest.endsWith('/');
    if (name === 'w:rPrChange' || name === 'w:pPrChange') {
      if (!isEmpty) earlierLooks += slash === '' ? 1 : -1;
      continue;
    }
    const inner = open.at(-1);
    if (name !== 'w:p' && name !== 'w:r') {
      if (inner === undefined || slash !== '' || earlierLooks > 0) continue;
      // Of a paragraph it would hide no more than its mark.
      if (name === 'w:vanish') inner.isHidden = inner.name === 'w:r' ? isOn(tag) : null;
      else inner.style = valueOf(tag, 'val');
    } else if (slash === '') {
      if (isEmpty) continue;
      const paragraph = inner?.name === 'w:p' ? inner : (inner?.paragraph ?? null);
      open.push({ name, start: index, paragraph, isHidden: null, style: '' });
    } else if (inner?.name === name) {
      open.pop();
      if (name !== 'w:r') continue;
      const styled = hiding.has(inner.style) || hiding.has(inner.paragraph?.style ?? '');
      if (!(inner.isHidden ?? styled)) continue;
      // Those of a text box in it go with it.
      while ((found.at(-1)?.start ?? -1) > inner.start) found.pop();
      found.push({ start: inner.start, end: index + tag.length });
    }
  }
  return found;
}

function fieldsOf(run: string): string {
  const fields = run.match(ofFields) ?? [];
  return fields.length === 0 ? '' : `<w:r>${fields.join('')}</w:r>`;
}

function isOn(tag: string): boolean {
  return !/^(?:0|false|off)$/.test(valueOf(tag, 'val'));
}

function valueOf(tag: string, attribute: string): string {
  return new RegExp(`\\sw:${attribute}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
}
