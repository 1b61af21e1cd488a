import type { Line } from './reading-order';

/** So many lines at the top and bottom of a page may be its running head and foot. */
const edge = 3;
/** In points: the same line on another page stands there. */
const tolerance = 6;

/**
 * The pages without what repeats at their tops and bottoms on at least two pages and four in ten, and
 * without lone page numbers. Figures count as the same figure.
 */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, { y: number; pages: Set<number> }[]>();
  pages.forEach((lines, page) => {
    for (const line of edgesOf(lines)) {
      const key = keyOf(line);
      const places = seen.get(key) ?? [];
      seen.set(key, places);
      const place = places.find(({ y }) => Math.abs(y - line.y) < tolerance);
      if (place === undefined) places.push({ y: line.y, pages: new Set([page]) });
      else place.pages.add(page);
    }
  });
  const least = Math.max(2, pages.length * 0.4);
  const isRunning = (line: Line): boolean =>
    (seen.get(keyOf(line)) ?? []).some(
      (place) => Math.abs(place.y - line.y) < tolerance && place.pages.size >= least,
    );
  return pages.map((lines, page) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter(
      (line) =>
        !edges.has(line) || !(isRunning(line) || isPageNumber(line, page + 1, pages.length)),
    );
  });
}

function edgesOf(lines: readonly Line[]): Line[] {
  const texts = lines.filter((line) => line.image === null).sort((a, b) => a.y - b.y);
  return [...texts.slice(0, edge), ...texts.slice(edge).slice(-edge)];
}

function keyOf(line: Line): string {
  return line.text.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ').toLowerCase();
}

const pageNumber =
  /^\W*(?:page|p\.|seite|第|共)?\s*(\d{1,4})\s*页?(?:\s*(?:\/|of|von|-|，|,)?\s*(?:共|第)?\s*(\d{1,4})\s*页?)?\W*$/i;

function isPageNumber(line: Line, page: number, pages: number): boolean {
  const [, number, total] = pageNumber.exec(line.text) ?? [];
  if (number === undefined) return false;
  return Number(number) === page && (total === undefined || Number(total) === pages);
}
