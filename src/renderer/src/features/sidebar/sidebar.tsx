import { Archive, Clock, FilePen, FileWarning, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { CommandButton, commandEntry } from '../../commands/command-button';
import { showPlace, useWorkspace, type Place } from '../../state/workspace';
import { Button, IconButton } from '../../ui/button';
import { Menu, type MenuGroup } from '../../ui/menu';
import { useEditor } from '../filing/editor-store';
import { NarrowPanel } from '../search/narrow-panel';
import { SavedSearchRows } from '../searches/saved-search-rows';
import { ArchiveMenu } from './archive-menu';
import { PackRows } from './pack-rows';
import { PartnerRows } from './partner-rows';
import { SidebarRow } from './sidebar-row';
import { TagRows } from './tag-rows';
import { YearRows } from './year-rows';
import './sidebar.css';

export function Sidebar({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  return (
    <nav className="sidebar" aria-label={t('sidebar.label')}>
      <header className="masthead">
        <ArchiveMenu info={info} />
      </header>
      <div className="sidebar-new">
        <CommandButton id="new-release" look="primary" />
        <Menu label={t('sidebar.new')} groups={newThings}>
          <IconButton icon={Plus} label={t('sidebar.new')} />
        </Menu>
      </div>
      <Unfinished />
      <div className="sidebar-scroll">
        <ul className="sidebar-group">
          <PlaceRow place="archive" count={info.counts.releases} />
          <PlaceRow place="drafts" count={info.counts.drafts} />
          <PlaceRow
            place="embargoed"
            count={info.counts.embargoed}
            hint={t('sidebar.embargoedHint')}
          />
          <PlaceRow
            place="needs-look"
            count={info.counts.needsLook}
            hint={t('sidebar.needsLookHint')}
          />
          <PlaceRow place="trash" count={info.counts.trash} />
        </ul>
        <SavedSearchRows canWrite={info.readOnly === null} />
        <PackRows />
        <PartnerRows />
        <TagRows />
        <YearRows years={info.counts.years} />
      </div>
      <NarrowPanel />
      <footer className="sidebar-foot">
        <CommandButton id="settings" />
        <span className="spring" />
        <CommandButton id="go-back" />
        <CommandButton id="go-forward" />
        <CommandButton id="palette" />
      </footer>
    </nav>
  );
}

function newThings(): readonly MenuGroup[] {
  const ids = ['new-release', 'new-pack', 'new-partner'] as const;
  return [
    { id: 'new', entries: ids.map((id) => commandEntry(id)) },
    { id: 'import', entries: [commandEntry('import')] },
  ];
}

const placeIcons = {
  archive: Archive,
  drafts: FilePen,
  embargoed: Clock,
  'needs-look': FileWarning,
  trash: Trash2,
} as const;

interface PlaceRowProps {
  readonly place: Place;
  readonly count: number;
  readonly hint?: string;
}

function PlaceRow({ place, count, hint }: PlaceRowProps) {
  const { t } = useTranslation();
  const isCurrent = useWorkspace(
    (state) =>
      state.view.kind === 'releases' &&
      state.place === place &&
      state.year === null &&
      state.partnerIds.length === 0 &&
      state.tags.length === 0,
  );
  return (
    <SidebarRow
      icon={placeIcons[place]}
      label={t(`sidebar.places.${place}`)}
      count={count}
      {...(hint === undefined ? {} : { hint })}
      isCurrent={isCurrent}
      onPress={() => {
        showPlace(place);
      }}
    />
  );
}

/** A form that was closed with something in it: the way back to it. */
function Unfinished() {
  const { t } = useTranslation();
  const filing = useEditor((state) => state.filing);
  const revising = useEditor((state) => state.revising);
  return (
    <>
      {filing && (
        <UnfinishedRow
          text={filing.form.headline || t('sidebar.unfinished')}
          onPress={() => {
            useEditor.setState({ shown: 'filing' });
          }}
        />
      )}
      {revising && (
        <UnfinishedRow
          text={revising.form.headline}
          onPress={() => {
            useEditor.setState({ shown: 'revising' });
          }}
        />
      )}
    </>
  );
}

interface UnfinishedRowProps {
  readonly text: string;
  readonly onPress: () => void;
}

function UnfinishedRow({ text, onPress }: UnfinishedRowProps) {
  const { t } = useTranslation();
  return (
    <div className="unfinished">
      <p className="unfinished-text">{text}</p>
      <Button variant="quiet" onPress={onPress}>
        {t('sidebar.continue')}
      </Button>
    </div>
  );
}
