import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import { useRequest } from '../../requests';
import { Button } from '../../ui/button';
import { DifferencesDialog } from './differences-dialog';

interface CompareDialogProps {
  readonly left: ReleaseId;
  readonly right: ReleaseId;
}

/** Two releases beside each other, with what differs marked. */
export function CompareDialog(chosen: CompareDialogProps) {
  const { t } = useTranslation();
  const [isSwapped, setSwapped] = useState(false);
  const [left, right] = isSwapped ? [chosen.right, chosen.left] : [chosen.left, chosen.right];
  const { data, error } = useRequest('release:compare-two', { left, right });
  return (
    <DifferencesDialog
      title={t('compare.title')}
      comparison={data}
      error={error}
      names={[t('compare.left'), t('compare.right')]}
      onlyAtFirst={false}
    >
      <Button
        icon={ArrowLeftRight}
        onPress={() => {
          setSwapped(!isSwapped);
        }}
      >
        {t('compare.swap')}
      </Button>
    </DifferencesDialog>
  );
}
