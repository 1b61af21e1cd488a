import { useContext, useEffect } from 'react';
import { DateFieldStateContext, TimeFieldStateContext } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface UnfinishedDayProps {
  readonly leave: (isWhole: boolean) => void;
  /** Whether the form holds no day, although there may be one to be seen. */
  readonly isRefused: boolean;
}

/** A day without its year is none: said, since the field looks filled at a glance. */
export function UnfinishedDay({ leave, isRefused }: UnfinishedDayProps) {
  const { t } = useTranslation();
  const state = useContext(DateFieldStateContext);
  const parts = filledOf(state?.segments);
  const isShort = parts === 'all' && isRefused;
  useLeaving(parts, leave);
  return parts === 'some' || isShort ? (
    <span className="field-help parts-unfinished">{t('date.unfinished')}</span>
  ) : null;
}

export function UnfinishedTime({ leave }: Pick<UnfinishedDayProps, 'leave'>) {
  const { t } = useTranslation();
  const parts = filledOf(useContext(TimeFieldStateContext)?.segments);
  useLeaving(parts, leave);
  return parts === 'some' ? (
    <span className="field-help parts-unfinished">{t('date.unfinishedTime')}</span>
  ) : null;
}

type Filled = 'none' | 'some' | 'all';

/** Once, when the focus has left: this is drawn only then. */
function useLeaving(filled: Filled, leave: (isWhole: boolean) => void): void {
  useEffect(() => {
    if (filled !== 'none') leave(filled === 'all');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is left doesn't change meanwhile
  }, []);
}

interface Segment {
  readonly isEditable: boolean;
  readonly isPlaceholder: boolean;
}

function filledOf(segments: readonly Segment[] | undefined): Filled {
  const parts = segments?.filter(({ isEditable }) => isEditable) ?? [];
  const open = parts.filter(({ isPlaceholder }) => isPlaceholder);
  if (open.length === parts.length) return 'none';
  return open.length === 0 ? 'all' : 'some';
}
