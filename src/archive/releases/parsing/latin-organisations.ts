import { canBePersonName } from './latin-names';
import type { OrganisationCandidate } from './organisation';
import { pointsForMentions, proposalPoints } from './organisation';
import type { CapitalisedRun } from './capitalised-runs';
import { runsOf } from './capitalised-runs';
import {
  corporateSuffix,
  endsWithLegalForm,
  organisationOpening,
  organisationWord,
} from './organisation-words';
import { isPlace, placesNamedIn } from './places';

const joint =
  /\b(?:agreements?|cooperation|co-operation|collaborations?|partnerships?|mou|memorand(?:um|a)(?: of \w+)?|contracts?|alliance|deal|together|joins? (?:hands|forces)|joined (?:hands|forces)|team(?:s|ed)? up|partner(?:s|ed|ing)?|signed|signs|laborator(?:y|ies)|lab|project|programme?|cooperat(?:es?|ed|ing)|collaborat(?:es?|ed|ing)|work(?:s|ed|ing)?|ties|pact|jointly|conjunction)\b[^.;]{0,70}?\b(?:with|between)\s+(?:[^.;,]{2,60}?\s+and\s+)?(?:the\s+)?$/i;
const bothSign =
  /^\s+(?:have\s+|has\s+|will\s+|today\s+|jointly\s+|yesterday\s+)*(?:sign(?:ed|s)?|agree(?:d)?|reach(?:ed)?|launch(?:ed)?|announce[ds]?|join(?:ed)?|partner(?:ed)?|establish(?:ed)?|cooperate|open(?:s|ed)?|found(?:ed)?)\b/i;
const officerOf =
  /\b(?:[Pp]resident|[Dd]irector|[Hh]ead|[Mm]anager|[Cc]hair(?:man|woman|person)?|CEO|[Dd]ean|[Ss]ecretary|[Pp]rofessor|[Rr]ector|[Ff]ounder|[Oo]fficer|[Ee]xecutive|[Oo]perations|[Rr]esearch)\s+(?:of|at)\s+(?:the\s+)?$/;
const supporter =
  /\b(?:support(?:ed)?|fund(?:ed)?|sponsor(?:ed)?|organi[sz]ed|hosted|donat(?:ed|ion)|grant|provided|thanks?)\b[^.;]{0,40}\b(?:of|by|from|to)\s+(?:the\s+)?$/i;
/** Somewhere in the sentence: what its organisations do, they do with the institution. */
const partnerWord =
  /\b(?:partner\w*|joint(?:ly)?|co-?operat\w+|collaborat\w+|sponsor\w*|co-?(?:organi[sz]|host|found)\w+|organi[sz]ed|hosted|together with|agreements?|memorand\w+|mou|contract|consortium|alliance|sign(?:s|ed|ing)?|join(?:s|ed|ing)?|support(?:s|ed)?|fund(?:s|ed)?|donat\w+|in conjunction)\b/i;
/** What is being opened or founded isn't with whom. */
const founding =
  /\b(?:open|launch|establish|found|unveil|inaugurat|creat|construct)(?:s|e|es|ed|ing)?(?:\s(?:up|of))?\s(?:the|a|an|its|their|our)\s(?:new\s|joint\s)?$|\b(?:built|builds?|set up|co-?build)\s(?:the|a|an|its|their|our)\s(?:new\s|joint\s)?$/i;
const inPlace = /\b(?:in|near|around|across|throughout|outside)\s+(?:the\s+)?$/i;
const generic =
  /^(?:(?:The )?(?:Party Committee|Internet of Things|Communist Party|President|Professor|Vice President|General Manager|Office|Department|Ministry|Board|Senate|House|Congress|Press Release|Photo|Text|Covid|COVID-19|AI|ICT|IT|5G|CEO|CTO|CFO|COO|PhD|MBA|UTC|GMT|FAQ|PDF|STEM|R&D|MoU|MOU|TV|PR|HR|DNA|CO2|US|USA|UK|UN|EU|U\.S|GDP)|(?:Office|Department|School|Faculty|Division|Secretary|Head|College) of .*|Memorandum .*|.*(?:Agreement|Act|Plan|Strategy|Day|Week|Year|Award|Prize|Conference|Forum|Summit|Festival|Street|Road|Avenue))$/;

interface Evidence {
  count: number;
  points: number;
  inHeadline: number;
  asPlace: number;
  sentenceStart: number;
  isIssuer: boolean;
  /** Agreements and the like are told of it, not only its name. */
  isParty: boolean;
  inCompany: boolean;
  isFounded: boolean;
}

/**
 * Organisations that an English text names: capitalised runs, weighed by what stands around them.
 * The issuer is who opens the headline.
 */
export function findLatinOrganisations(
  headline: string,
  blocks: readonly string[],
  people: readonly string[],
): readonly OrganisationCandidate[] {
  const known = new Map<string, Evidence>();
  const personWords = new Set(
    people.flatMap((name) => [name, name.split(' ').at(-1) ?? '', name.split(' ')[0] ?? '']),
  );
  // The headline comes last: where every word has a capital, only the body's names tell names apart.
  for (const text of blocks) weighRuns(known, text, false);
  weighRuns(known, headline, true);
  const candidates: OrganisationCandidate[] = [];
  const text = [headline, ...blocks].join('\n');
  const places = placesNamedIn(text);
  for (const [name, evidence] of known) {
    if (
      generic.test(name) ||
      isPlace(name) ||
      places.has(name) ||
      personWords.has(name) ||
      people.some((person) => name.includes(person))
    )
      continue;
    const points = pointsOf(name, evidence);
    if (points === null) continue;
    const variants = otherForms(name, text);
    candidates.push({ name, variants, points, isIssuer: evidence.isIssuer });
  }
  return candidates;
}

/** Null for what is no organisation's name, or is named too little to tell. */
function pointsOf(name: string, evidence: Evidence): number | null {
  const single = !name.includes(' ');
  const isFirm = !single && endsWithLegalForm.test(name);
  const named = !single && (organisationWord.test(name) || organisationOpening.test(name));
  if (single && (name.length < 3 || organisationWord.test(name))) return null;
  if (!named && evidence.points === 0) {
    if (evidence.count < 3 || (single && evidence.sentenceStart === evidence.count)) return null;
    if (evidence.asPlace * 5 >= evidence.count * 2) return null;
  }
  if (!named && canBePersonName(name) && evidence.points < 3) return null;
  const acronym = /^[A-Z][A-Z0-9&-]{1,7}$/.test(name) && evidence.count >= 2;
  const points =
    Math.min(5, evidence.points) +
    pointsForMentions(evidence.count) +
    (isFirm ? 4 : named ? 3 : 0) +
    (named && evidence.inCompany ? 1 : 0) +
    (acronym ? 1 : 0) +
    Math.min(1, evidence.inHeadline) * 2 -
    (evidence.isFounded && !isFirm ? 2 : 0);
  const isParty = evidence.isParty || evidence.inHeadline > 0 || (isFirm && evidence.inCompany);
  return isParty ? points : Math.min(points, proposalPoints.high - 0.1);
}

/** "Northwind Turbines" and "NTL" for "Northwind Turbines Ltd (NTL)". */
function otherForms(name: string, text: string): readonly string[] {
  const bare = name.replace(corporateSuffix, '');
  const isFirm = endsWithLegalForm.test(name) && bare !== name && bare.includes(' ');
  const at = name.includes(' ') ? text.indexOf(`${name} (`) : -1;
  const acronym = /^["']?(\p{Lu}[\p{L}\d&-]{1,9})["']?\)/u.exec(text.slice(at + name.length + 2));
  return [...(isFirm ? [bare] : []), ...(at >= 0 && acronym?.[1] ? [acronym[1]] : [])];
}

function namesInHeadline(
  known: Map<string, Evidence>,
  headline: string,
): readonly CapitalisedRun[] {
  const told: CapitalisedRun[] = [];
  const names = [...known.keys()].flatMap((name) => [{ name, form: name }, ...shortForms(name)]);
  for (const { name, form } of names.sort((a, b) => b.form.length - a.form.length)) {
    const start = headline.indexOf(form);
    const end = start + form.length;
    const isWord =
      start >= 0 && !/[\p{L}\p{N}]/u.test(headline.charAt(start - 1) + headline.charAt(end));
    if (isWord && !told.some((other) => start < other.end && end > other.start)) {
      const evidence = known.get(name);
      if (evidence && form !== name && !known.has(form)) known.set(form, { ...evidence });
      told.push({ name: form, start, end, opensSentence: start === 0 });
    }
  }
  const isTitleCase =
    (headline.match(/\s\p{Lu}/gu)?.length ?? 0) > (headline.match(/\s\p{Ll}{4,}/gu)?.length ?? 0);
  if (isTitleCase) return told;
  const others = runsOf(headline).filter(
    (run) => !told.some((other) => run.start < other.end && run.end > other.start),
  );
  return [...told, ...others];
}

/** "Fjell University" for "Fjell University of Applied Sciences". */
function shortForms(name: string): readonly { readonly name: string; readonly form: string }[] {
  const words = name.split(' ');
  return words
    .map((_, i) => words.slice(0, i).join(' '))
    .filter((form) => form.includes(' ') && organisationWord.test(form))
    .concat(corporateSuffix.test(name) ? [name.replace(corporateSuffix, '')] : [])
    .map((form) => ({ name, form }));
}

function weighRuns(known: Map<string, Evidence>, text: string, isHeadline: boolean): void {
  for (const run of isHeadline ? namesInHeadline(known, text) : runsOf(text)) {
    const evidence = known.get(run.name) ?? {
      count: 0,
      points: 0,
      inHeadline: 0,
      asPlace: 0,
      sentenceStart: 0,
      isIssuer: false,
      isParty: false,
      inCompany: false,
      isFounded: false,
    };
    known.set(run.name, evidence);
    const before = text.slice(Math.max(0, run.start - 140), run.start);
    const after = text.slice(run.end, run.end + 80);
    evidence.count++;
    if (run.opensSentence) evidence.sentenceStart++;
    if (inPlace.test(before)) evidence.asPlace++;
    const sentence = sentencePart(before, after);
    if (partnerWord.test(sentence)) evidence.inCompany = true;
    if (founding.test(before)) evidence.isFounded = true;
    const signs = bothSign.test(after) && / and\s+(?:the\s+(?:[a-z]+\s){0,3})?$/.test(before);
    if (joint.test(before) || signs) {
      evidence.points += isHeadline && !signs ? 5 : 3;
      evidence.isParty = true;
    } else if (officerOf.test(before) || supporter.test(before)) evidence.points += 1;
    if (isHeadline) {
      evidence.inHeadline++;
      if (/^(?:the\s+)?$/i.test(before)) evidence.isIssuer = true;
    }
  }
}

/** What of `before` and `after` belongs to the sentence between them. */
function sentencePart(before: string, after: string): string {
  const from = before.search(
    /[.!?]["')]?\s(?!.*(?<!\b(?:Co|Ltd|Inc|Corp|Dr|Mr|Ms))[.!?]["')]?\s)/s,
  );
  const to = after.search(/[.!?](?:\s|$)/);
  return `${before.slice(from + 1)} ${to < 0 ? after : after.slice(0, to)}`;
}
