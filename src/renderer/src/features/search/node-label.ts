import type { DateNode, QueryNode, TextField } from '../../../../shared/query';
import { currentLanguage, translate } from '../../i18n';
import { shortDate } from '../../i18n/format';

/** The headline of the release that `like:` names; null while nobody knows it. */
export type HeadlineOf = (releaseId: string) => string | null;

/** A condition of the query as a person says it: "Partner: Huawei", "not: budget", "Year 2019–2022". */
export function nodeLabel(node: QueryNode, headlineOf: HeadlineOf): string {
  switch (node.kind) {
    case 'words':
      return inField(node.field, node.prefix === 'asked' ? `${node.text}…` : node.text);
    case 'phrase':
      return inField(node.field, translate('query.phrase', { text: node.text }));
    case 'value':
      return inField(node.field, node.text);
    case 'pack':
      return translate('query.pack', { name: node.text });
    case 'language':
      return translate('query.language', { language: translate(`language.${node.language}`) });
    case 'status':
      return translate('query.status', { status: translate(`release.statuses.${node.status}`) });
    case 'photo':
      return translate(node.present ? 'query.withPhotos' : 'query.withoutPhotos');
    case 'date':
      return dateLabel(node);
    case 'like':
      return translate('query.like', { headline: headlineOf(node.releaseId) ?? '…' });
    case 'not':
      return translate('query.not', { what: nodeLabel(node.node, headlineOf) });
    case 'or':
      return node.nodes.map((each) => inner(each, headlineOf)).join(translate('query.or'));
    case 'and':
      return node.nodes.map((each) => inner(each, headlineOf)).join(translate('query.and'));
  }
}

/** Groups within groups keep their parentheses: else nobody could tell what belongs together. */
function inner(node: QueryNode, headlineOf: HeadlineOf): string {
  const label = nodeLabel(node, headlineOf);
  return node.kind === 'and' || node.kind === 'or' ? `(${label})` : label;
}

function inField(field: TextField | null, text: string): string {
  if (field === null) return text;
  return translate('query.inField', { field: translate(`query.fields.${field}`), text });
}

function yearsOf({ from, to }: DateNode): { from: string | null; to: string | null } | null {
  if (from !== null && !from.endsWith('-01-01')) return null;
  if (to !== null && !to.endsWith('-12-31')) return null;
  return { from: from?.slice(0, 4) ?? null, to: to?.slice(0, 4) ?? null };
}

function dateLabel(node: DateNode): string {
  const language = currentLanguage();
  const years = yearsOf(node);
  const { from, to } = years ?? {
    from: node.from === null ? null : shortDate(node.from, language),
    to: node.to === null ? null : shortDate(node.to, language),
  };
  if (from === null) return translate('query.until', { to: to ?? '' });
  if (to === null) return translate('query.since', { from });
  if (from === to) return years ? translate('query.year', { year: from }) : from;
  return years ? translate('query.years', { from, to }) : `${from} – ${to}`;
}
