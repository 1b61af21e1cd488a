import { Columns2, FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Release } from '../../../../shared/release';
import type { ReviewDecision, ReviewNote } from '../../../../shared/review';
import type { CommandId } from '../../../../shared/command-ids';
import { useOfContext } from '../../commands/command-context';
import { commandOf, runCommand } from '../../commands/registry';
import { shortcutOf, shortcutText } from '../../commands/shortcuts';
import { currentLanguage, translate, useInterfaceLanguage } from '../../i18n';
import { longDate, paragraph, wholePercent } from '../../i18n/format';
import { openDialog } from '../../state/dialogs';
import { openRelease } from '../../state/workspace';
import { Button } from '../../ui/button';
import { embargoMoment } from '../embargo/embargo-words';
import { hasOpenEmbargo, noteWithOther } from './decisions';
import { ReadAgain } from './read-again';
import { reviewStripId } from './strip-focus';
import './review.css';

interface ReviewStripProps {
  readonly release: Release;
  /** The release that it was compared with, where it is still in the archive. */
  readonly other: Release | null;
  readonly decisions: readonly ReviewDecision[];
}

const commandFor = {
  keep: 'review-keep',
  same: 'review-same',
  'new-version': 'review-new-version',
  translation: 'review-translation',
} as const satisfies Readonly<Record<ReviewDecision, CommandId>>;

/** What an import wasn't sure of, and the answers; each is one key. */
export function ReviewStrip({ release, other, decisions }: ReviewStripProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const notes = release.review ?? [];
  const compared = noteWithOther(notes);
  const isUnsure = notes.some(({ reason }) => reason === 'encoding-unsure');
  const isEmbargoOpen = hasOpenEmbargo(release, notes);
  const plain = notes.filter((note) => note !== compared || other === null);
  return (
    <section id={reviewStripId} className="review" aria-label={t('review.label')}>
      <FileQuestion size={17} strokeWidth={1.8} aria-hidden className="review-icon" />
      <div className="review-text selectable">
        {compared !== null && other !== null && <Question note={compared} other={other} />}
        {plain.length > 0 && (
          <p>
            {paragraph(
              plain.map((note) => sentenceOf(note, release)),
              language,
            )}
          </p>
        )}
      </div>
      <div className="review-answers">
        {compared !== null && other !== null && (
          <Button
            icon={Columns2}
            onPress={() => {
              openDialog({ kind: 'compare', left: other.id, right: release.id });
            }}
          >
            {t('review.compare')}
          </Button>
        )}
        {isUnsure && <ReadAgain release={release} />}
        {isEmbargoOpen && <Answer id="review-embargo" text={t('review.setEmbargo')} />}
        {decisions.map((decision) => (
          <Answer
            key={decision}
            id={commandFor[decision]}
            text={
              decision === 'keep' && isEmbargoOpen
                ? t('review.noEmbargo')
                : t(`review.answers.${decision}`)
            }
          />
        ))}
      </div>
    </section>
  );
}

function Question({ note, other }: { readonly note: ReviewNote; readonly other: Release }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const percent = wholePercent(note.resemblance ?? 0);
  const date = other.publicationDate
    ? longDate(other.publicationDate, language)
    : t('release.undated');
  return (
    <p>
      <strong>{t(`review.questions.${note.reason}`, { percent })}</strong>{' '}
      <Button
        variant="quiet"
        onPress={() => {
          openRelease(other.id);
        }}
      >
        <span className="review-other">{other.headline || t('release.untitled')}</span>
        <span className="review-date">{date}</span>
      </Button>
    </p>
  );
}

function sentenceOf({ reason, otherId, quote }: ReviewNote, { embargo }: Release): string {
  if (otherId !== null) return translate('review.otherGone');
  if (reason !== 'embargo-open') return translate(`review.reasons.${reason}`);
  if (embargo !== null) {
    return translate('review.embargoSet', { when: embargoMoment(embargo, currentLanguage()) });
  }
  return quote === undefined
    ? translate('review.reasons.embargo-open')
    : translate('review.embargoOpen', { quote });
}

interface AnswerProps {
  readonly id: CommandId;
  readonly text: string;
}

function Answer({ id, text }: AnswerProps) {
  const command = commandOf(id);
  const isEnabled = useOfContext(command.isEnabled);
  const key = shortcutOf(command);
  return (
    <Button
      isDisabled={!isEnabled}
      onPress={() => {
        runCommand(id);
      }}
    >
      {text}
      {key && <kbd className="review-key">{shortcutText(key)}</kbd>}
    </Button>
  );
}
