import { useTranslation } from 'react-i18next';
import type { Release } from '../../../../shared/release';
import { lacksOf } from '../../../../shared/release-lacks';
import { CommandButton } from '../../commands/command-button';
import { useInterfaceLanguage } from '../../i18n';
import { paragraph } from '../../i18n/format';
import { useWorkspace } from '../../state/workspace';
import { Banner } from '../../ui/banner';

/** Why a release stands under "Needs a look", said where one looks for such releases. */
export function LacksNote({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const isAsked = useWorkspace((state) => state.place === 'needs-look');
  const lacks = isAsked ? lacksOf(release) : null;
  if (lacks === null) return null;
  const { publicationDate, captions, credits } = lacks;
  const sentences = [
    ...(publicationDate ? [t('lacks.date')] : []),
    ...(captions > 0 ? [t('lacks.captions', { count: captions })] : []),
    ...(credits > 0 ? [t('lacks.credits', { count: credits })] : []),
  ];
  return (
    <Banner tone="warning" action={<CommandButton id="edit-release" look="plain" />}>
      {paragraph(sentences, language)}
    </Banner>
  );
}
