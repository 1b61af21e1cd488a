import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, TextField } from 'react-aria-components';
import type { PartnerSummary } from '../../../../shared/partner';
import { isNameTyped } from '../../../../shared/pinyin-initials';
import { useCanWrite } from '../../commands/command-context';
import { runCommand } from '../../commands/registry';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';
import { useRequest } from '../../requests';
import { openDialog } from '../../state/dialogs';
import { showPartner, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { RememberedSection } from './remembered-section';
import { SidebarRow } from './sidebar-row';

const shownAtFirst = 10;

/** The most used ones first; all of them by name. */
function matching(
  partners: readonly PartnerSummary[],
  typed: string,
  byName: boolean,
  collator: Intl.Collator,
): readonly PartnerSummary[] {
  const wanted = typed.trim();
  const found =
    wanted === ''
      ? partners
      : partners.filter(({ name, aliases }) =>
          [name, ...aliases.map((alias) => alias.name)].some((each) => isNameTyped(each, wanted)),
        );
  return [...found].sort(
    (a, b) => (byName ? 0 : b.releaseCount - a.releaseCount) || collator.compare(a.name, b.name),
  );
}

export function PartnerRows() {
  const { t } = useTranslation();
  const { data: partners = [] } = useRequest('partner:list', null);
  const chosen = useWorkspace((state) => state.partnerIds);
  const isListView = useWorkspace((state) => state.view.kind === 'releases');
  const [typed, setTyped] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const canWrite = useCanWrite();
  const language = useInterfaceLanguage();
  const found = matching(partners, typed, showsAll, collatorOf(language));
  const shown = showsAll || typed !== '' ? found : found.slice(0, shownAtFirst);
  return (
    <RememberedSection
      name="partners"
      title={t('sidebar.partners')}
      action={
        <IconButton
          size="small"
          icon={Plus}
          label={t('command.newPartner')}
          onPress={() => {
            runCommand('new-partner');
          }}
        />
      }
    >
      {partners.length > shownAtFirst && (
        <TextField
          aria-label={t('sidebar.findPartner')}
          value={typed}
          onChange={setTyped}
          className="side-find"
        >
          <Input className="side-find-input" placeholder={t('sidebar.findPartner')} />
        </TextField>
      )}
      <ul className="sidebar-group">
        {shown.map((partner) => (
          <SidebarRow
            key={partner.id}
            label={partner.name}
            count={partner.releaseCount}
            isCurrent={isListView && chosen.includes(partner.id)}
            onPress={(event) => {
              showPartner(partner.id, event.ctrlKey || event.metaKey || event.shiftKey);
            }}
            extra={
              canWrite && (
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={t('partner.editNamed', { name: partner.name })}
                  onPress={() => {
                    openDialog({ kind: 'partner', partnerId: partner.id });
                  }}
                />
              )
            }
          />
        ))}
      </ul>
      {typed !== '' && found.length === 0 && (
        <p className="side-note">{t('sidebar.noSuchPartner')}</p>
      )}
      {partners.length === 0 && <p className="side-note">{t('sidebar.noPartners')}</p>}
      {typed === '' && found.length > shownAtFirst && (
        <Button
          className="side-more"
          onPress={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? t('sidebar.fewer') : t('sidebar.allPartners', { count: found.length })}
        </Button>
      )}
    </RememberedSection>
  );
}
