import { localeOf, type InterfaceLanguage } from './index';

const known = new Map<InterfaceLanguage, Intl.Collator>();

/**
 * The order in which readers of the interface look names up: pinyin in the Chinese one, the alphabet
 * in the English one; numbers by what they are worth.
 */
export function collatorOf(language: InterfaceLanguage): Intl.Collator {
  let collator = known.get(language);
  if (collator === undefined) {
    collator = new Intl.Collator(localeOf[language], { numeric: true });
    known.set(language, collator);
  }
  return collator;
}
