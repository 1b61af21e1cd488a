import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadOnlyReason } from '../../../../shared/archive-info';
import { assertNever } from '../../assert-never';
import { useInterfaceLanguage } from '../../i18n';
import { ago, instant, paragraph } from '../../i18n/format';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { reopenArchive, takeOver, type LockedReason } from './take-over';

/** Why the archive can't be changed, and what the person can do about it. */
export function ReadOnlyBanner({ reason }: { readonly reason: ReadOnlyReason }) {
  const { t } = useTranslation();
  switch (reason.why) {
    case 'requested':
      return <Banner tone="warning">{t('readOnly.requested')}</Banner>;
    case 'permissions':
      return <Banner tone="warning">{t('readOnly.permissions')}</Banner>;
    case 'newer-format':
      return <Banner tone="warning">{t('readOnly.newerFormat', { format: reason.format })}</Banner>;
    case 'locked':
      return <LockedBanner reason={reason} />;
    case 'lock-lost':
      return (
        <Banner tone="error" action={<ReopenButton>{t('readOnly.openAgain')}</ReopenButton>}>
          {reason.host === ''
            ? t('readOnly.lostToNobody')
            : t('readOnly.lost', {
                user: reason.user || t('readOnly.somebody'),
                host: reason.host,
              })}
        </Banner>
      );
    default:
      return assertNever(reason);
  }
}

function LockedBanner({ reason }: { readonly reason: LockedReason }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  if (reason.free) {
    return (
      <Banner
        tone="info"
        action={<ReopenButton isPrimary>{t('readOnly.openForWriting')}</ReopenButton>}
      >
        {t('readOnly.free')}
      </Banner>
    );
  }
  const { user, host, lastSeen, canTakeOver, changed } = reason;
  const since = instant(reason.since, language);
  const sentences = [
    host === ''
      ? t('readOnly.lockedSomewhere', { since })
      : t('readOnly.locked', { user: user || t('readOnly.somebody'), host, since }),
  ];
  if (canTakeOver && lastSeen !== null) {
    sentences.push(t('readOnly.silent', { lastSeen: ago(lastSeen, language) }));
  }
  if (changed) sentences.push(t('readOnly.changed'));
  return (
    <Banner
      tone="warning"
      action={
        <>
          {changed && <ReopenButton>{t('readOnly.showNewest')}</ReopenButton>}
          <Button
            variant={canTakeOver ? 'plain' : 'quiet'}
            onPress={() => {
              void takeOver(reason);
            }}
          >
            {t('readOnly.takeOver')}
          </Button>
        </>
      }
    >
      {paragraph(sentences, language)}
    </Banner>
  );
}

function ReopenButton({
  children,
  isPrimary,
}: {
  readonly children: ReactNode;
  readonly isPrimary?: boolean;
}) {
  return (
    <Button
      variant={isPrimary === true ? 'primary' : 'plain'}
      onPress={() => {
        void reopenArchive();
      }}
    >
      {children}
    </Button>
  );
}
