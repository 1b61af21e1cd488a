import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedSide, ReleaseComparison } from '../../../../shared/release-comparison';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { contentLang, shortDate } from '../../i18n/format';
import { closeDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { ComparedFieldView } from './compared-field';
import './compare.css';

interface DifferencesDialogProps {
  readonly title: string;
  readonly comparison: ReleaseComparison | undefined;
  readonly error: Error | null;
  /** What the sides are called. */
  readonly names: readonly [string, string];
  /** Whether what is the same is left out at first. */
  readonly onlyAtFirst: boolean;
  /** More buttons. */
  readonly children?: ReactNode;
}

/** Two texts beside each other, with what differs marked. */
export function DifferencesDialog(props: DifferencesDialogProps) {
  const { title, comparison, error, names, onlyAtFirst, children } = props;
  const { t } = useTranslation();
  const [onlyDifferences, setOnlyDifferences] = useState(onlyAtFirst);
  return (
    <Dialog
      title={title}
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
          {children}
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
        {comparison && (
          <Sides comparison={comparison} onlyDifferences={onlyDifferences} names={names} />
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
function Sides({ comparison, onlyDifferences, names }: SidesProps) {
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
