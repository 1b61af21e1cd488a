import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import { failureSentence } from '../../i18n/failure-sentence';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { useEditor, type Session } from '../filing/editor-store';
import { contentOf } from '../filing/settle-likeness';
import { Sides } from './compare-dialog';
import './compare.css';

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
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  // The form doesn't change behind the dialog.
  const [content] = useState(() => contentOf(session));
  const { data, error } = useRequest('release:compare-unfiled', { id: releaseId, content });
  return (
    <Dialog
      title={t('compare.formTitle')}
      size="wide"
      isFilled
      onClose={closeDialog}
      footer={
        <>
          <span className="compare-only">
            <Checkbox isSelected={onlyDifferences} onChange={setOnlyDifferences}>
              {t('compare.onlyDifferences')}
            </Checkbox>
          </span>
          <Button variant="primary" autoFocus onPress={closeDialog}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      <div
        className="compare selectable"
        role="region"
        aria-label={t('compare.differences')}
        tabIndex={0}
      >
        {error && <Banner tone="error">{failureSentence(error)}</Banner>}
        {data && (
          <Sides
            comparison={data}
            onlyDifferences={onlyDifferences}
            names={[t('compare.inArchive'), t('compare.inForm')]}
          />
        )}
      </div>
    </Dialog>
  );
}
