import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { startSearching } from '../../state/results/search';
import { usePane } from '../../state/pane';
import { changeSettings, useSettings } from '../../state/settings';
import { toggleSidebar, useWorkspace } from '../../state/workspace';
import { classNames } from '../../ui/class-names';
import { Separator } from '../../ui/separator';
import { useEditor } from '../filing/editor-store';
import { FileArrivals } from '../filing/file-arrivals';
import { ImportScreen } from '../importing/import-screen';
import { ImportStrip } from '../importing/import-strip';
import { UnfinishedImportBanner } from '../importing/unfinished-import';
import { PackPage } from '../packs/pack-page';
import { ReaderPane } from '../reader/reader-pane';
import { focusList } from '../release-list/focus';
import { ReleaseListPane } from '../release-list/release-list-pane';
import { Sidebar } from '../sidebar/sidebar';
import { ArchiveBanners } from './archive-banners';
import { OpeningStrip } from './opening-frame';
import { paneLimits, paneWidths, useWindowWidth } from './pane-widths';
import { useIsNarrow } from './use-is-narrow';
import './workspace.css';

/* Nobody files in the first moment: the list is drawn sooner without the form and its fields. */
const loadEditor = () => import('../filing/editor-panel');
const EditorPanel = lazy(() => loadEditor().then((module) => ({ default: module.EditorPanel })));

export function Workspace({ info }: { readonly info: ArchiveInfo }) {
  const shown = useEditor((state) => state.shown);
  useEffect(startSearching, [info.folder]);
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      loadEditor().catch(() => undefined);
    });
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  // The form is gone and the focus with it: the list takes it, so that the keys go on working.
  useEffect(() => {
    if (shown === null) focusList();
  }, [shown]);
  return (
    <FileArrivals canWrite={info.readOnly === null}>
      <div className="workspace">
        <ArchiveBanners info={info} />
        {info.readOnly === null && <UnfinishedImportBanner />}
        {shown === null ? (
          <Panes info={info} />
        ) : (
          <Suspense fallback={null}>
            <EditorPanel slot={shown} />
          </Suspense>
        )}
        <ImportStrip />
        <OpeningStrip />
      </div>
    </FileArrivals>
  );
}

function Panes({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const view = useWorkspace((state) => state.view);
  const pane = usePane((state) => state.pane);
  const isSidebarShown = useWorkspace((state) => state.isSidebarShown);
  const isNarrow = useIsNarrow();
  const saved = useSettings();
  const windowWidth = useWindowWidth();
  const limits = paneLimits(windowWidth);
  /** While a border is being moved. */
  const [moved, setMoved] = useState<{ sidebar?: number | undefined; list?: number | undefined }>(
    {},
  );
  const widths = paneWidths(windowWidth, { sidebar: saved.sidebarWidth, list: saved.listWidth });
  const sidebarWidth = moved.sidebar ?? widths.sidebar;
  // On a small window the reader keeps the larger part, whatever was set on a big one.
  const listWidth = isNarrow ? 330 : (moved.list ?? widths.list);

  // A drawer that opens by itself over the list would be in the way.
  useEffect(() => {
    toggleSidebar(!isNarrow);
  }, [isNarrow]);

  return (
    <div
      className={classNames('panes', isNarrow && 'panes-narrow')}
      data-pane={view.kind === 'releases' ? pane : 'reader'}
    >
      {isSidebarShown && (
        <>
          <div className="pane pane-sidebar" style={{ width: sidebarWidth }}>
            <Sidebar info={info} />
          </div>
          {isNarrow && (
            <div
              className="drawer-veil"
              onClick={() => {
                toggleSidebar(false);
              }}
            />
          )}
        </>
      )}
      <main className="pane-main">
        {isSidebarShown && !isNarrow && (
          <Separator
            {...limits.sidebar}
            label={t('workspace.sidebarWidth')}
            width={sidebarWidth}
            onResize={(sidebar) => {
              setMoved({ ...moved, sidebar });
            }}
            onSettle={(width) => void changeSettings({ sidebarWidth: width })}
            onReset={() => {
              setMoved({ ...moved, sidebar: undefined });
              void changeSettings({ sidebarWidth: null });
            }}
          />
        )}
        {view.kind !== 'releases' ? (
          <div className="pane pane-reader">
            {view.kind === 'pack' ? (
              <PackPage key={view.packId} packId={view.packId} />
            ) : (
              <ImportScreen canWrite={info.readOnly === null} />
            )}
          </div>
        ) : (
          <>
            <div className="pane pane-list" style={{ width: listWidth }}>
              <ReleaseListPane info={info} />
            </div>
            <Separator
              {...limits.list}
              label={t('workspace.listWidth')}
              width={listWidth}
              onResize={(list) => {
                setMoved({ ...moved, list });
              }}
              onSettle={(width) => void changeSettings({ listWidth: width })}
              onReset={() => {
                setMoved({ ...moved, list: undefined });
                void changeSettings({ listWidth: null });
              }}
            />
            <div className="pane pane-reader">
              <ReaderPane />
            </div>
          </>
        )}
      </main>
    </div>
  );
}
