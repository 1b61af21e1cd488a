import type { Guess, Span } from '../../../shared/parsed-release';
import type { Person } from '../../../shared/release';
import { canBePersonName, latinNamePattern, titleNoun } from './latin-names';
import { guess } from './spans';

const titleStart = `(?:(?:the|a|an|former|newly\\s[a-z]+|first|founding|its|their|his|her|our)\\s){0,2}(?:(?:\\p{Lu}[\\p{L}.&'-]*|of|and|&|[a-z]+ing|[a-z]+al|[a-z]+ate|[a-z]+ive|senior|deputy|vice|chief|lead|project|research|group|team)\\s){0,5}?${titleNoun}`;
const appositionStart = new RegExp(
  `(?<![\\p{L}\\p{M}])(${latinNamePattern}),\\s+(?=${titleStart}\\b)`,
  'gu',
);
const titleThenName = new RegExp(
  `(?<![\\p{L}\\p{M}'’-])((?:(?:Vice|Deputy|Executive|Associate|Assistant|Senior|Acting|General|Managing|Chief|Prime|Former|Party|Emeritus|U\\.S\\.)[\\s-])*(?:President|Director|Secretary|Chairman|Chairwoman|Chair|Professor|Prof\\.|Dr\\.?|Dean|Rector|Provost|Minister|Mayor|Governor|Gov\\.|Senator|Sen\\.|Rep\\.|Representative|Ambassador|Chancellor|Commissioner|Principal|Academician|Superintendent|CEO|Manager|Curator|Congressman|Congresswoman|Attorney General|Consul General|Secretary[- ]General|Sir|Dame|Lord|Lady|Captain|Coach|Judge|Justice|Engineer|Researcher|Lecturer|Academician|Teacher|Founder|Headmaster|Headmistress|Bishop|Colonel|Admiral|Commander|Spokesperson|Spokesman|Spokeswoman|Premier|Counsellor|Councillor|Inspector|Supervisor|Analyst|Architect|Conductor)(?:\\s(?:Prof\\.|Professor|Dr\\.?|Sir|Dame))*)\\s+(${latinNamePattern})`,
  'gu',
);
/** "The Minister for Research, Ingrid Falk, opened …": who holds the office, between commas. */
const officeThenName = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\\s((?:[\\p{L}-]+\\s){0,3}?${titleNoun}(?:\\s(?:for|of|at|in)\\s[^.,;:()]{2,60})?),\\s(${latinNamePattern})(?=,\\s)`,
  'gu',
);
/** "…," said Jonas Brandt, who keeps the tide tables." Whoever is quoted is introduced. */
const speaker = new RegExp(
  `(?:["”]\\s+|\\b(?:[Aa]ccording to|[Ee]xplained|[Aa]dded|[Ss]aid)\\s+)(?:(?:said|says|explained|added|noted|stressed)\\s+)?(${latinNamePattern})(?<rest>,\\s+(\\p{Ll}[^.,;:"“”()]{3,80}))(?=[.,;:"“”(]|$)`,
  'gu',
);
/** What follows a speaker and isn't what he or she is. */
const noTitle =
  /^(?:who|whose|which|that|where|when|while|adding|noting|and|or|but|as|in|on|at|for|with|after|before|during|referring|speaking|explaining|recalling|pointing|[a-z]+ing)\b|\b(?:said|was|were|is|has|had)\b/;
/** Words after which a title is over. */
const titleEnd =
  /[.;:()\n](?=\s|$)|\s(?:said|says|told|who|whose|which|where|when|is|was|were|are|has|had|have|will|would|attended|attend|spoke|gave|signed|delivered|joined|welcomed|thanked|explained|added|noted|announced|expressed|praised|presented|introduced|opened|visited|met|led|hosted|called|urged|stressed|emphasi[sz]ed|pointed|today|also|to|with|on)\b|\s[-–—]\s|["“”]/iu;
const continuesTitle =
  /^(?:(?:and\s+)?(?:office|department|school|faculty|college|university|institute|centre|center|division|ministry|bureau|inc\.?|ltd\.?|co\.|llc|gmbh|the\s+\p{L}+\s+(?:university|office|department|school)))\b/iu;
const startsTitle = new RegExp(
  `^(?:and\\s+)?(?:the\\s+)?(?:\\p{Lu}[\\p{L}-]*\\s){0,2}${titleNoun}\\b`,
  'u',
);
const longestTitle = 240;

/** "Li Yue, Vice President of X" and "Professor Anna Roe", in the order of the text. */
export function findLatinPeople(folded: string, offset: number): readonly Guess<Person>[] {
  const people: Guess<Person>[] = [];
  const anchors = [...folded.matchAll(appositionStart)].flatMap((match) => {
    const name = personName(match[1] ?? '');
    if (name === null) return [];
    return [
      {
        name,
        start: match.index + (match[1] ?? '').length - name.length,
        title: match.index + match[0].length,
      },
    ];
  });
  anchors.forEach((anchor, i) => {
    const limit = Math.min(anchors[i + 1]?.start ?? folded.length, anchor.title + longestTitle);
    const end = endOfTitle(folded.slice(anchor.title, limit));
    const title = folded.slice(anchor.title, anchor.title + end);
    if (title === '') return;
    const span: Span = { start: offset + anchor.start, end: offset + anchor.title + end };
    people.push(guess({ name: anchor.name, title }, span, 'high'));
  });
  for (const match of folded.matchAll(titleThenName)) {
    const name = personNameAtStart(match[2] ?? '');
    if (name === null) continue;
    const end = match.index + match[0].length - (match[2] ?? '').length + name.length;
    const span = { start: offset + match.index, end: offset + end };
    people.push(guess({ name, title: (match[1] ?? '').replace(/^Former /, '') }, span, 'medium'));
  }
  for (const match of folded.matchAll(speaker)) {
    const name = personName(match[1] ?? '');
    const title = match[3] ?? '';
    if (name === null || name !== match[1] || noTitle.test(title)) continue;
    const start =
      match.index + match[0].length - name.length - (match.groups?.['rest'] ?? '').length;
    const end = match.index + match[0].length;
    people.push(guess({ name, title }, { start: offset + start, end: offset + end }, 'medium'));
  }
  for (const match of folded.matchAll(officeThenName)) {
    const [whole, title = '', name = ''] = match;
    if (personName(name) !== name || /\b(?:and|or|said|was|were|is|has|had)\b/.test(title))
      continue;
    const start = match.index + whole.indexOf(title);
    const end = match.index + whole.length;
    people.push(guess({ name, title }, { start: offset + start, end: offset + end }, 'medium'));
  }
  return people.sort((a, b) => a.span.start - b.span.start);
}

/** The longest end of the run that can be a name: "Recently Anna Roe" is "Anna Roe". */
function personName(run: string): string | null {
  const words = run.split(' ');
  for (let from = 0; words.length - from >= 2; from++) {
    const name = words.slice(from).join(' ');
    if (canBePersonName(name) && /^\p{Lu}/u.test(name)) return name;
  }
  return null;
}

function personNameAtStart(run: string): string | null {
  const words = run.replace(/\.$/, '').split(' ');
  for (let to = words.length; to >= 2; to--) {
    const name = words.slice(0, to).join(' ');
    if (canBePersonName(name) && /\p{Lu}[^\s]*$/u.test(name)) return name;
  }
  return null;
}

/** How long the title is: up to a comma behind which it doesn't go on, or a verb. */
function endOfTitle(rest: string): number {
  const stop = stopOf(rest);
  let end = 0;
  const pieces = rest.slice(0, stop).split(/(,\s+)/);
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? '';
    const goesOn = i === 0 || continuesTitle.test(piece) || startsTitle.test(piece);
    if (!goesOn || /^(?:and )?others?\b/i.test(piece)) break;
    end += piece.length + (i > 0 ? (pieces[i - 1] ?? '').length : 0);
  }
  return rest
    .slice(0, end)
    .replace(
      /[\s,]+(?:(?:and|&|as well as|along with|together with)\s*)?(?:(?:Professor|Prof\.|Dr\.?|Mr\.?|Ms\.?|Mrs\.?)\s*)?$/i,
      '',
    ).length;
}

function stopOf(rest: string): number {
  let from = 0;
  for (;;) {
    const match = titleEnd.exec(rest.slice(from));
    if (!match) return rest.length;
    const at = from + match.index;
    const word = /[\p{L}.]+$/u.exec(rest.slice(0, at + 1))?.[0] ?? '';
    // The point of "Co.", "U.S." or "St." ends no title.
    if (
      match[0] !== '.' ||
      !/^(?:\p{Lu}\.?|.*\p{L}\.\p{L}\.|Co\.|St\.|Dr\.|Inc\.|Ltd\.|Corp\.)$/u.test(word)
    )
      return at;
    from = at + 1;
  }
}
