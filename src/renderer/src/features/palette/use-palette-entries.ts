import { Bookmark, Building2, CalendarDays, FolderClosed, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/command';
import { commandOf, currentContext, runCommand } from '../../commands/registry';
import { commandsOfGroup, menuLayout } from '../../commands/menu-layout';
import { currentLanguage, i18n } from '../../i18n';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { runSearch, setSearchText, showPack, showPartner, showPlace } from '../../state/workspace';
import { commandEntries, type PaletteEntry } from './palette-entries';

/** A command's name in the language that the interface doesn't have just now. */
function otherNameOf({ label }: Command): string {
  return i18n.getFixedT(currentLanguage() === 'zh' ? 'en' : 'zh')(label);
}

/** All that the palette can lead to: commands first, then the places of the archive. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const context = currentContext();
  const isOpen = context.archive !== null && context.editor === null;
  const { data: partners = [] } = useRequest('partner:list', null, { enabled: isOpen });
  const { data: packs = [] } = useRequest('pack:list', null, { enabled: isOpen });
  const { data: searches = [] } = useRequest('search:saved', null, { enabled: isOpen });
  const groups = menuLayout.map((group) => ({
    title: t(group.label),
    commands: commandsOfGroup(group).map(commandOf),
  }));
  const entries = commandEntries(groups, context, otherNameOf, (id, argument) => {
    closeDialog();
    // The dialog must be gone before the command looks who has the focus.
    setTimeout(() => runCommand(id, 'button', argument), 0);
  });
  if (!isOpen) return entries;
  const place = (
    group: string,
    icon: PaletteEntry['icon'],
    id: string,
    label: string,
    go: () => void,
    otherNames: readonly string[] = [],
  ): PaletteEntry => ({
    id,
    group,
    label,
    otherNames,
    icon,
    shortcut: undefined,
    isOn: false,
    run: () => {
      closeDialog();
      go();
    },
  });
  return [
    ...entries,
    ...searches.map((search) =>
      place(t('palette.searches'), Bookmark, search.id, search.name, () => {
        runSearch(search);
      }),
    ),
    ...packs.map(({ id, title }) =>
      place(t('palette.packs'), FolderClosed, id, title || t('pack.untitled'), () => {
        showPack(id);
      }),
    ),
    ...partners.map(({ id, name, aliases }) =>
      place(
        t('palette.partners'),
        Building2,
        id,
        name,
        () => {
          showPartner(id, false);
        },
        aliases.map((alias) => alias.name),
      ),
    ),
    ...context.archive.counts.years.map(({ year }) =>
      place(t('palette.years'), CalendarDays, `year ${year}`, t('palette.show', { year }), () => {
        showPlace('archive', year);
      }),
    ),
  ];
}

/** What was typed, as a search of the releases. */
export function searchEntry(text: string, label: string): PaletteEntry {
  return {
    id: 'search-for',
    group: '',
    label,
    otherNames: [],
    icon: Search,
    shortcut: undefined,
    isOn: false,
    run: () => {
      closeDialog();
      setSearchText(text);
    },
  };
}
