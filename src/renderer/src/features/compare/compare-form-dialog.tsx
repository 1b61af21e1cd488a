import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import { useRequest } from '../../requests';
import { useEditor, type Session } from '../filing/editor-store';
import { contentOf } from '../filing/settle-likeness';
import { DifferencesDialog } from './differences-dialog';

/** A release beside what the filing form holds, with what differs marked. */
export function CompareFormDialog({ releaseId }: { readonly releaseId: ReleaseId }) {
  const session = useEditor((state) => state.filing);
  return session && <Compared releaseId={releaseId} session={session} />;
}

interface ComparedProps {
  readonly releaseId: ReleaseId;
  readonly session: Session;
}

function Compared({ releaseId, session }: ComparedProps) {
  const { t } = useTranslation();
  // The form doesn't change behind the dialog.
  const [content] = useState(() => contentOf(session));
  const { data, error } = useRequest('release:compare-unfiled', { id: releaseId, content });
  return (
    <DifferencesDialog
      title={t('compare.formTitle')}
      comparison={data}
      error={error}
      names={[t('compare.inArchive'), t('compare.inForm')]}
      onlyAtFirst
    />
  );
}
