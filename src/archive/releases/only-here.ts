import type { PartnerId } from '../../shared/partner';
import type { Release } from '../../shared/release';
import type { OnlyHere } from '../../shared/story';

/**
 * Numbers as a text writes them: digits with separators, a percentage, a sum with its unit. Years and
 * single digits are left out; a translation writes "three" where the other has 3.
 */
const numbers = /\d[\d,]*(?:\.\d+)?%?/g;

/**
 * For each version of a story what none of the others has, of that which a translation keeps: photos,
 * partners, numbers, dates. Words are another language's and can't be compared.
 */
export function onlyHere(
  versions: readonly Release[],
  partnerName: (id: PartnerId) => string,
): readonly (readonly OnlyHere[])[] {
  const facts = versions.map((release) => factsOf(release, partnerName));
  return facts.map((own, index) => {
    const others = facts.filter((_each, other) => other !== index);
    return [...own.values()]
      .filter(({ key }) => !others.some((other) => other.has(key)))
      .map(({ fact }) => fact);
  });
}

interface KeyedFact {
  readonly key: string;
  readonly fact: OnlyHere;
}

function factsOf(
  release: Release,
  partnerName: (id: PartnerId) => string,
): ReadonlyMap<string, KeyedFact> {
  const facts = new Map<string, KeyedFact>();
  const add = (kind: OnlyHere['kind'], value: string, text: string): void => {
    const key = `${kind} ${value}`;
    if (!facts.has(key)) facts.set(key, { key, fact: { kind, text } });
  };
  if (release.publicationDate !== null) {
    add('publicationDate', release.publicationDate, release.publicationDate);
  }
  if (release.eventDate !== null) add('eventDate', release.eventDate, release.eventDate);
  for (const { photoId, caption, altText } of release.photos) {
    add('photo', photoId, caption || altText);
  }
  for (const id of release.partnerIds) add('partner', id, partnerName(id));
  const text = `${release.headline}\n${release.subheadline}\n${release.body.replaceAll(/\]\([^)\n]*\)/g, '')}`;
  for (const [number] of text.normalize('NFKC').matchAll(numbers)) {
    const plain = number.replaceAll(',', '').replace(/\.$/, '');
    if (/^\d$/.test(plain) || /^(?:19|20)\d\d$/.test(plain)) continue;
    add('number', plain, number.replace(/[,.]$/, ''));
  }
  return facts;
}
