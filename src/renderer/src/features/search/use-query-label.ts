import { useTranslation } from 'react-i18next';
import type { QueryNode } from '../../../../shared/query';
import { translate } from '../../i18n';
import { useRequest } from '../../requests';
import { readQuery } from '../../state/query';
import { nodeLabel, type HeadlineOf } from './node-label';

function likeIn(nodes: readonly QueryNode[]): string | null {
  for (const node of nodes) {
    if (node.kind === 'like') return node.releaseId;
    if (node.kind === 'not') return likeIn([node.node]);
  }
  return null;
}

/** Knows the headline of the release that a query is like. */
export function useHeadlines(nodes: readonly QueryNode[]): HeadlineOf {
  const id = likeIn(nodes);
  const { data } = useRequest('release:read', { id: id ?? '' }, { enabled: id !== null });
  return (releaseId) =>
    data?.release.id === releaseId ? data.release.headline || translate('release.untitled') : null;
}

/** A whole query as a person says it; as typed where that is plain. */
export function useQueryLabel(text: string): string {
  // What it is called depends on the language, too.
  useTranslation();
  const { nodes } = readQuery(text, false);
  const headlineOf = useHeadlines(nodes);
  if (!nodes.some((node) => node.kind === 'like')) return text;
  return nodes.map((node) => nodeLabel(node, headlineOf)).join(translate('query.and'));
}
