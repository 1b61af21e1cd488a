import { Columns2, CopyCheck, FilePlus2, Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Likeness } from '../../../../shared/importing';
import { useInterfaceLanguage } from '../../i18n';
import { longDate, paragraph, wholePercent } from '../../i18n/format';
import { openDialog } from '../../state/dialogs';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { answerLikeness, type Session } from './editor-store';
import { dropAsSame, reviseInstead } from './settle-likeness';
import './likeness-note.css';

interface LikenessNoteProps {
  readonly found: readonly Likeness[];
  readonly session: Session;
}

/** Says that the archive has this text already, or one that is much like it, and asks what it is. */
export function LikenessNote({ found, session }: LikenessNoteProps) {
  const { t } = useTranslation();
  const [likeliest] = found;
  const { likeness: answer } = session;
  if (likeliest === undefined || answer?.kind === 'other') return null;
  if (answer?.kind === 'translation') {
    return (
      <div className="boxed">
        <Banner
          tone="info"
          action={
            <Button
              variant="quiet"
              onPress={() => {
                answerLikeness(null);
              }}
            >
              {t('likeness.notSo')}
            </Button>
          }
        >
          {t('likeness.willBeLinked', { headline: likeliest.headline })}
        </Banner>
      </div>
    );
  }
  // Words that are the same are in the same language, unless nobody knows in which.
  const mayTranslate = likeliest.kind === 'may-be-translation' || session.form.language === 'und';
  return <Question likeliest={likeliest} mayTranslate={mayTranslate} />;
}

interface QuestionProps {
  readonly likeliest: Likeness;
  readonly mayTranslate: boolean;
}

function Question({ likeliest, mayTranslate }: QuestionProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { id, kind, headline, resemblance, publicationDate } = likeliest;
  const percent = wholePercent(resemblance ?? 0);
  const sentences = [
    t(`filing.likeness.${kind}`, { headline, percent }),
    ...(publicationDate === null
      ? []
      : [t('likeness.published', { date: longDate(publicationDate, language) })]),
  ];
  return (
    <section className="likeness" aria-label={t('likeness.label')}>
      <p className="likeness-text selectable">{paragraph(sentences, language)}</p>
      <div className="likeness-answers">
        <Button
          icon={Columns2}
          onPress={() => {
            openDialog({ kind: 'compare-form', releaseId: id });
          }}
        >
          {t('likeness.compare')}
        </Button>
        {kind !== 'may-be-translation' && (
          <>
            <Button icon={CopyCheck} onPress={() => void dropAsSame(likeliest)}>
              {t('likeness.same')}
            </Button>
            <Button icon={FilePlus2} onPress={() => void reviseInstead(likeliest)}>
              {t('likeness.newVersion')}
            </Button>
          </>
        )}
        {mayTranslate && (
          <Button
            icon={Languages}
            onPress={() => {
              answerLikeness({ kind: 'translation', of: id });
            }}
          >
            {t('likeness.translation')}
          </Button>
        )}
        <Button
          variant="quiet"
          onPress={() => {
            answerLikeness({ kind: 'other' });
          }}
        >
          {t('likeness.other')}
        </Button>
      </div>
    </section>
  );
}
