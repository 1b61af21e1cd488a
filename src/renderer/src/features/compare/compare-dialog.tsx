import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import type { ComparedSide, ReleaseComparison } from '../../../../shared/release-comparison';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { contentLang, shortDate } from '../../i18n/format';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { ComparedFieldView } from './compared-field';
import './compare.css';

interface CompareDialogProps {
  readonly left: ReleaseId;
  readonly right: ReleaseId;
}

/** Two releases beside each other, with what differs marked. */
export function CompareDialog(chosen: CompareDialogProps) {
  const { t } = useTranslation();
  const [isSwapped, setSwapped] = useState(false);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [left, right] = isSwapped ? [chosen.right, chosen.left] : [chosen.left, chosen.right];
  const { data, error } = useRequest('release:compare-two', { left, right });
  return (
    <Dialog
      title={t('compare.title')}
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
          <Button
            icon={ArrowLeftRight}
            onPress={() => {
              setSwapped(!isSwapped);
            }}
          >
            {t('compare.swap')}
          </Button>
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
            names={[t('compare.left'), t('compare.right')]}
          />
        )}
      </div>
    </Dialog>
  );
}

interface SidesProps {
  readonly comparison: ReleaseComparison;
  readonly onlyDifferences: boolean;
  /** What the sides are called. */
  readonly names: readonly [string, string];
}

/** The two of them, headed, field by field. */
export function Sides({ comparison, onlyDifferences, names }: SidesProps) {
  const { t } = useTranslation();
  const { left, right, fields } = comparison;
  const langs = [contentLang(left.language), contentLang(right.language)] as const;
  const shown = fields.filter(({ how }) => how !== 'same' || !onlyDifferences);
  return (
    <>
      <div className="compare-heads">
        <Side release={left} name={names[0]} />
        <Side release={right} name={names[1]} />
      </div>
      {left.language !== right.language && (
        <p className="compare-note">{t('compare.inTwoLanguages')}</p>
      )}
      {shown.map((field) => (
        <ComparedFieldView key={field.field} field={field} langs={langs} />
      ))}
      {shown.length === 0 && <p className="compare-note">{t('compare.same')}</p>}
    </>
  );
}

interface SideProps {
  readonly release: ComparedSide;
  readonly name: string;
}

function Side({ release, name }: SideProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  return (
    <div className="compare-head">
      <p className="compare-side">
        {name}
        {' · '}
        {release.publicationDate
          ? shortDate(release.publicationDate, language)
          : t('release.undated')}
      </p>
      <p className="compare-headline" lang={contentLang(release.language)}>
        {release.headline || t('release.untitled')}
      </p>
    </div>
  );
}
