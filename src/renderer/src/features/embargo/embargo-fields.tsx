import { Clock, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { embargoAt, systemTimeZone } from '../../../../shared/embargo';
import { embargoWords } from '../../../../shared/release-draft';
import { useInterfaceLanguage } from '../../i18n';
import { paragraph } from '../../i18n/format';
import { Button, IconButton } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { DateField, TimeField } from '../../ui/date-field';
import { patchForm, setActiveField, useEditor, type Session } from '../filing/editor-store';
import { focusField } from '../filing/fields';
import { emptyEmbargo, type FormEmbargo } from '../filing/form';
import { CheckBadge, parsedOf } from '../filing/form-field';
import { embargoHere, embargoMoment } from './embargo-words';
import { useIsAhead } from './use-is-ahead';
import { ZoneField } from './zone-field';
import './embargo.css';

/** Until when the release must not be published: a button until somebody wants an embargo. */
export function EmbargoFields({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { embargo } = session.form;
  const wasAdded = useRef(false);
  useEffect(() => {
    if (embargo === null || !wasAdded.current) return;
    wasAdded.current = false;
    focusField('embargo');
  }, [embargo]);
  if (embargo === null) {
    return (
      <div className="embargo-none" data-field="embargo">
        <Button
          variant="quiet"
          onPress={() => {
            wasAdded.current = true;
            patchForm({ embargo: { ...emptyEmbargo, zone: systemTimeZone() } });
          }}
        >
          <Clock size={14} aria-hidden />
          {t('embargo.add')}
        </Button>
      </div>
    );
  }
  return <Fields session={session} embargo={embargo} />;
}

interface FieldsProps {
  readonly session: Session;
  readonly embargo: FormEmbargo;
}

function Fields({ session, embargo }: FieldsProps) {
  const { t } = useTranslation();
  const isActive = useEditor((state) => state.activeField === 'embargo');
  const parsed = parsedOf(session);
  const guess = parsed?.embargo ?? null;
  const isUntouched = embargo === session.pristine.embargo;
  const patch = (change: Partial<FormEmbargo>): void => {
    patchForm({ embargo: { ...embargo, ...change } });
  };
  const focus = {
    onFocus: () => {
      setActiveField('embargo');
    },
    onBlur: () => {
      setActiveField(null);
    },
  };
  const { date, time, zone } = embargo;
  return (
    <div
      role="group"
      aria-labelledby="embargo-label"
      aria-describedby="embargo-help"
      className={classNames('embargo-group', isActive && 'form-field-active')}
      data-field="embargo"
      onMouseEnter={() => {
        setActiveField('embargo');
      }}
      onMouseLeave={() => {
        setActiveField(null);
      }}
    >
      <span className="field-head">
        <span id="embargo-label" className="field-label">
          {t('embargo.title')}
        </span>
        {guess !== null && guess.confidence !== 'high' && isUntouched && <CheckBadge />}
      </span>
      <div className="embargo-fields">
        <DateField
          {...focus}
          label={t('embargo.date')}
          value={date}
          onChange={(value) => {
            patch({ date: value });
          }}
        />
        <TimeField
          {...focus}
          label={t('embargo.time')}
          value={time}
          onChange={(value) => {
            patch({ time: value });
          }}
        />
        <ZoneField
          zone={zone}
          at={new Date(`${date === '' ? new Date().toISOString().slice(0, 10) : date}T12:00:00Z`)}
          onChange={(value) => {
            patch({ zone: value });
          }}
        />
        <IconButton
          icon={X}
          label={t('embargo.remove')}
          onPress={() => {
            patchForm({ embargo: null });
            focusField('embargo');
          }}
        />
      </div>
      <EmbargoHelp embargo={embargo} said={parsed && embargoWords(parsed)} />
    </div>
  );
}

interface EmbargoHelpProps {
  readonly embargo: FormEmbargo;
  /** What the source text says of it; null where it says nothing. */
  readonly said: string | null;
}

/** What the fields come to; what is missing, and what the text said. */
function EmbargoHelp({ embargo: { date, time, zone }, said }: EmbargoHelpProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const embargo = embargoAt(`${date}T${time}`, zone);
  const isAhead = useIsAhead(embargo?.until ?? null);
  const sentences: string[] = [];
  if (embargo === null) {
    sentences.push(t('embargo.incomplete'));
    if (said !== null) sentences.push(t('embargo.said', { text: said }));
  } else {
    const when = embargoMoment(embargo, language);
    sentences.push(t(isAhead ? 'embargo.untilSentence' : 'embargo.isOver', { when }));
    const here = embargoHere(embargo, language);
    if (here !== null) sentences.push(t('embargo.thatIs', { here }));
  }
  return (
    <p
      id="embargo-help"
      className="field-help embargo-help"
      data-tone={embargo === null ? 'missing' : undefined}
    >
      {paragraph(sentences, language)}
    </p>
  );
}
