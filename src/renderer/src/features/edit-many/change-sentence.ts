import type { ManyReleasesChange } from '../../../../shared/release-history';
import { currentLanguage, localeOf, translate } from '../../i18n';
import { count } from '../../i18n/format';

export const noChange: ManyReleasesChange = {
  addTags: [],
  removeTags: [],
  addPartnerIds: [],
  removePartnerIds: [],
  status: null,
  language: null,
};

export function changesNothing(change: ManyReleasesChange): boolean {
  return clausesOf(change, String).length === 0;
}

function clausesOf(change: ManyReleasesChange, nameOf: (id: string) => string): readonly string[] {
  const { addTags, removeTags, addPartnerIds, removePartnerIds, status, language } = change;
  const clauses: string[] = [];
  if (addTags.length > 0) {
    const tags = quoted(addTags);
    clauses.push(translate('editMany.getTags', { tags, count: addTags.length }));
  }
  if (removeTags.length > 0) {
    const tags = quoted(removeTags);
    clauses.push(translate('editMany.loseTags', { tags, count: removeTags.length }));
  }
  if (addPartnerIds.length > 0) {
    const partners = listed(addPartnerIds.map(nameOf));
    clauses.push(translate('editMany.getPartners', { partners }));
  }
  if (removePartnerIds.length > 0) {
    const partners = listed(removePartnerIds.map(nameOf));
    clauses.push(translate('editMany.losePartners', { partners }));
  }
  if (status !== null) {
    const name = translate(`release.statuses.${status}`);
    clauses.push(translate('editMany.getStatus', { status: name }));
  }
  if (language !== null) {
    const name = translate(`language.${language}`);
    clauses.push(translate('editMany.getLanguage', { language: name }));
  }
  return clauses;
}

/** What a change will do to so many releases, as one sentence. */
export function changeSentence(
  change: ManyReleasesChange,
  releases: number,
  nameOf: (id: string) => string,
): string {
  const clauses = clausesOf(change, nameOf);
  if (clauses.length === 0) return translate('editMany.nothingYet');
  return translate('editMany.sentence', {
    count: releases,
    number: count(releases, currentLanguage()),
    // Chinese sets its clauses side by side.
    clauses: currentLanguage() === 'zh' ? clauses.join('，') : listed(clauses),
  });
}

function quoted(words: readonly string[]): string {
  return listed(words.map((word) => `“${word}”`));
}

function listed(words: readonly string[]): string {
  const style = { style: 'long', type: 'conjunction' } as const;
  return new Intl.ListFormat(localeOf[currentLanguage()], style).format(words);
}
