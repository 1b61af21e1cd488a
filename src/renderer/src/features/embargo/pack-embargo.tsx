import { useTranslation } from 'react-i18next';
import type { PackId, PackItem } from '../../../../shared/press-pack';
import { useInterfaceLanguage } from '../../i18n';
import { count } from '../../i18n/format';
import { useRequest } from '../../requests';
import { EmbargoNotice } from './embargo-note';

interface PackEmbargoProps {
  readonly packId: PackId;
  readonly items: readonly PackItem[];
}

/** Until when a pack may not be published: the last embargo of its releases. */
export function PackEmbargo({ packId, items }: PackEmbargoProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const ids = items.map(({ releaseId }) => releaseId);
  const { data: embargo } = useRequest('release:embargo', { ids });
  const { data: remarks = [] } = useRequest('pack:check', { id: packId });
  if (!embargo) return null;
  // Drafts have an embargo to keep, too, and are remarked on as drafts.
  const held = remarks.filter(({ kind }) => kind === 'release-embargoed').length;
  const number = count(held, language);
  return (
    <EmbargoNotice embargo={embargo}>
      {held > 0 && t('embargo.inPack', { count: held, number })}
    </EmbargoNotice>
  );
}
