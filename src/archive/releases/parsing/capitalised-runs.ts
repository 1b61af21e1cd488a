import {
  endsName,
  endsWithLegalForm,
  hasOrganisationWord,
  legalTail,
  organisationOpening,
} from './organisation-words';

/** A run of capitalised words, such as "Ministry of Education" or "SZPT". */
export interface CapitalisedRun {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly opensSentence: boolean;
}

const word =
  "(?:People's(?=\\s\\p{Lu})|\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[&.'-](?!s\\b)(?=\\p{L})[\\p{L}\\p{M}\\p{N}]+)*)";
const run = new RegExp(
  `(?<![\\p{L}\\p{N}])${word}(?:\\s(?:(?:of|for|and|&|de|des|du|der|für|und)\\s(?:the\\s)?)?${word}|\\s\\d+[A-Z]\\b)*${legalTail}`,
  'gu',
);
const office =
  /^(?:[\p{L}.&'-]+\s){0,5}?(?:President|Director|Manager|Officer|Head|Chair|Chairman|Chairwoman|Chairperson|Secretary|Dean|Rector|Professor|Minister|Mayor|Governor|Founder|Executive|Commissioner|Principal|Superintendent|Chancellor|Fellow|Engineer|Representatives?|Ambassador|Members?|Leaders?|Editor|Curator|Students?|Graduates?|Teachers?)\s(?:of|for)\s(?:the\s)?(?=\p{Lu})/u;
/** "Crumb & Sons" is one firm. */
const joiner =
  /\s(?:and|&)\s(?!(?:Sons?|Co|Company|Partners|Brothers|Daughters?|Associates)\b)(?:the\s)?/;
/** Capitalised because a sentence starts, or a title or an address follows; no part of a name. */
const leading = new Set(
  `The A An In On At By For From To With Of And Or But As It Its This That These Those He She They We Our His Her Their I
  You Your After Before During When While Since If Although Because However Over Under About All Both Each Every Many Most
  More Other Some Such Also Then Than So Not No Yes There Here Now Today Yesterday Tomorrow What Which Who How Why Where
  Professor Prof Dr Mr Ms Mrs Sir Dame Senator Sen Rep Gov President Vice Director Dean Rector Minister Mayor Chairman
  Under Through According Together Thanks Only Just Even Still Between Among Per New Including Established Founded Based
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Signed Photo Text Source Contact Press
  Meanwhile Moreover Furthermore Finally Additionally First Second Third Last Next One Two Three Four Five Guests Students Teachers Visitors Delegation Delegates Representatives Founder Chief Captain Coach CEO
  Dame Lord Lady Manager Chairwoman Governor Ambassador Chancellor Principal Secretary Deputy`.split(
    /\s+/,
  ),
);

/** The capitalised runs of a folded text, in order, without what only opens a sentence. */
export function runsOf(folded: string): readonly CapitalisedRun[] {
  const runs: CapitalisedRun[] = [];
  for (const match of folded.matchAll(run)) {
    let start = match.index;
    for (const piece of splitAtJoiner(match[0])) {
      const trimmed = withoutLead(piece.text);
      const from = start + piece.at + trimmed.skipped;
      if (trimmed.name === '') continue;
      const before = folded.slice(Math.max(0, from - 3), from);
      const opensSentence =
        from === 0 || (trimmed.skipped === 0 && /(?:[.!?:]["']?\s|["(]|^)$/.test(before));
      runs.push({
        name: trimmed.name,
        start: from,
        end: from + trimmed.name.length,
        opensSentence,
      });
    }
    start = match.index;
  }
  return runs;
}

/** "SZPT and Huawei" are two names, "Development and Reform Commission" is one. */
function splitAtJoiner(text: string): readonly { readonly text: string; readonly at: number }[] {
  const joined = joiner.exec(text);
  if (!joined) return [{ text, at: 0 }];
  const left = text.slice(0, joined.index);
  const rightAt = joined.index + joined[0].length;
  // "Centre for Energy and Environment" goes on; what it is stands at its beginning.
  const isWhole = endsName.test(left) && !/\s(?:of|for)\s/.test(left);
  const right = text.slice(rightAt);
  const bothName =
    (organisationOpening.test(left) || hasOrganisationWord.test(left)) &&
    (endsName.test(right) || organisationOpening.test(right)) &&
    right.includes(' ');
  const isTwo = !left.includes(' ') || isWhole || bothName || /\sthe\s$/.test(joined[0]);
  if (!isTwo) return [{ text, at: 0 }];
  const rest = splitAtJoiner(text.slice(rightAt)).map((piece) => ({
    ...piece,
    at: piece.at + rightAt,
  }));
  return [{ text: left, at: 0 }, ...rest];
}

function withoutLead(text: string): { readonly name: string; readonly skipped: number } {
  // "General Manager of Northwind" is somebody, "Northwind" the organisation.
  let skipped = office.exec(text)?.[0].length ?? 0;
  for (;;) {
    const first = /^([^\s]+?)[.,]?(?:\s(?:of|for|and|&|the|de)(?=\s))*(?:\s+|$)/u.exec(
      text.slice(skipped),
    );
    if (!first?.[1] || !leading.has(first[1])) break;
    skipped += first[0].length;
  }
  const name = text
    .slice(skipped)
    .replace(/,$/, '')
    .replace(/\.$/, (point) => (endsWithLegalForm.test(text) ? point : ''))
    .trimEnd();
  return { name, skipped };
}
