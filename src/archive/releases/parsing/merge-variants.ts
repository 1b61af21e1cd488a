import type { Institution } from '../../../shared/archive-info';
import { corporateSuffix, endsWithLegalForm } from './organisation-words';
import type { OrganisationCandidate } from './organisation';
import { isHanPlace } from './places';

const hanCorporate =
  /^(?:[\p{Script=Han}]{0,6}?)(?:技术|科技|集团|股份|控股|投资|实业|通讯|电子)*(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/u;

/**
 * One candidate for each organisation: "Huawei Cloud" counts as Huawei, "Northwind Technologies" is
 * the full name of "Northwind", and the institution's own names are left out.
 */
export function mergeVariants(
  candidates: readonly OrganisationCandidate[],
  institution: Institution,
  folded: string,
): readonly OrganisationCandidate[] {
  const own = [institution.name, ...institution.otherNames]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const others = candidates.filter(
    ({ name, variants }) =>
      !own.some((one) => isPartOf(name, one) || variants.includes(one)) &&
      !own.some((one) => isDefinedAs(name, one, folded) || abbreviates(name, one)),
  );
  const issuers = others.filter(({ isIssuer }) => isIssuer).map(({ name }) => name);
  // Strongest first, of equals the shorter: longer forms join the one that is there already.
  const sorted = others.toSorted((a, b) => b.points - a.points || a.name.length - b.name.length);
  const merged: OrganisationCandidate[] = [];
  for (const candidate of sorted) {
    const at = merged.findIndex((other) => isSame(other, candidate, folded));
    const other = merged[at];
    if (other) merged[at] = join(other, candidate, folded);
    else
      merged.push({
        ...candidate,
        isIssuer:
          candidate.isIssuer || issuers.some((issuer) => abbreviates(issuer, candidate.name)),
      });
  }
  const independent = merged.filter((one) => !merged.some((firm) => isFoundedBy(one, firm)));
  return own.length > 0
    ? independent.map((candidate) => ({ ...candidate, isIssuer: false }))
    : independent;
}

/** The "Northwind Industrial College" bears the name of the firm that pays for it. */
function isFoundedBy(one: OrganisationCandidate, firm: OrganisationCandidate): boolean {
  const [first = ''] = one.name.split(' ');
  return (
    one !== firm &&
    /\s(?:Colleges?|Institute|School|Academy|Cent(?:er|re)|Lab(?:oratory)?|Studio)$/.test(
      one.name,
    ) &&
    endsWithLegalForm.test(firm.name) &&
    !endsWithLegalForm.test(one.name) &&
    firm.name.startsWith(`${first} `) &&
    one.points <= firm.points
  );
}

/** The institution itself, or a part of it such as "SZPT School of Design". */
function isPartOf(name: string, whole: string): boolean {
  if (/\p{Script=Han}/u.test(name))
    return name.startsWith(whole) || (whole.endsWith(name) && name.length >= 3) || whole === name;
  const [short, long] = [whole.toLowerCase(), name.toLowerCase()];
  return (
    long === short ||
    long === `the ${short}` ||
    long.startsWith(`${short} `) ||
    long.endsWith(` ${short}`)
  );
}

function isSame(a: OrganisationCandidate, b: OrganisationCandidate, folded: string): boolean {
  return (
    a.variants.includes(b.name) ||
    b.variants.includes(a.name) ||
    isLonger(a.name, b.name) ||
    isLonger(b.name, a.name) ||
    isDefinedAs(a.name, b.name, folded) ||
    isDefinedAs(b.name, a.name, folded)
  );
}

function isLonger(short: string, long: string): boolean {
  if (/\p{Script=Han}/u.test(short)) {
    if (short.length < 2 || long.length <= short.length) return false;
    // "日本青川大学" is "青川大学".
    return (
      long.startsWith(short) || (long.endsWith(short) && isHanPlace(long.slice(0, -short.length)))
    );
  }
  return (
    (long.startsWith(`${short} `) || long.startsWith(`${short}, `)) &&
    !/^(?:University|Institute|Ministry|Bank|Bureau|National|College|Academy|School)$/.test(short)
  );
}

/** "Riverside Institute of Technology (RIT)". */
function isDefinedAs(short: string, long: string, folded: string): boolean {
  return (
    short.length < long.length &&
    new RegExp(
      `${escape(long)}\\s?\\(\\s?(?:以下简称|简称|hereinafter |")?\\s?${escape(short)}"?\\s?\\)`,
    ).test(folded)
  );
}

function join(
  a: OrganisationCandidate,
  b: OrganisationCandidate,
  folded: string,
): OrganisationCandidate {
  const [short, long] = a.name.length <= b.name.length ? [a, b] : [b, a];
  const isFullName =
    long.variants.includes(short.name) ||
    isDefinedAs(short.name, long.name, folded) ||
    isCorporateForm(short.name, long.name);
  const name = isFullName
    ? long.name
    : a.name.length <= b.name.length
      ? a.name
      : a.points > b.points + 1
        ? a.name
        : short.name;
  const variants = isFullName
    ? [short.name, ...a.variants, ...b.variants]
    : [...a.variants, ...(name === short.name ? [] : [short.name])];
  return {
    name,
    variants: [...new Set(variants)].filter((variant) => variant !== name),
    points: Math.max(a.points, b.points),
    isIssuer: a.isIssuer || b.isIssuer,
  };
}

function isCorporateForm(short: string, long: string): boolean {
  if (!long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  // "Fjell University of Applied Sciences" in full for "Fjell University".
  if (/^ (?:of|for) /.test(rest)) return true;
  return (
    hanCorporate.test(rest) ||
    (corporateSuffix.test(rest) && rest.replace(corporateSuffix, '').trim() === '')
  );
}

/** "SZPT" for "Shenzhen Polytechnic": its letters in order, with the first letter of every word. */
function abbreviates(short: string, long: string): boolean {
  if (!/^[A-Z]{2,8}$/.test(short) || !long.includes(' ')) return false;
  const words = long.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  let at = 0;
  for (const word of words) {
    if (short[at] !== word[0]) return false;
    at++;
    for (const letter of word.slice(1).toUpperCase()) {
      const nextWord = words[words.indexOf(word) + 1];
      if (letter === short[at] && short[at] !== nextWord?.[0]) at++;
    }
  }
  return at === short.length;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
