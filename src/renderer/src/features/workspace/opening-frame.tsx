import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningArchive } from '../../../../shared/ipc-contract';
import { useRequest } from '../../requests';
import { useOpening } from '../../state/opening';
import { useLastProgress } from '../../state/progress';
import { useSettings } from '../../state/settings';
import { Progress } from '../../ui/progress';
import { shapedList } from '../release-list/list-shape';
import { ListSkeleton } from '../release-list/pending-lines';
import { paneWidths, useWindowWidth } from './pane-widths';
import { useIsNarrow } from './use-is-narrow';
import '../../ui/separator.css';
import '../release-list/release-list.css';
import '../sidebar/sidebar.css';
import './opening-frame.css';
import '../../ui/progress.css';
import '../../ui/strip.css';
import './workspace.css';

/** Who waits no longer than this needs no word. Milliseconds. */
const shortMs = 1_000;

/** The window while the archive is opened with which the program starts: its panes, still empty. */
export function OpeningFrame() {
  const { data: archive } = useRequest('archive:opening', null);
  return archive == null ? null : <Frame archive={archive} />;
}

/** The same for one that somebody chose on the welcome screen. */
export function ChosenFrame({ archive }: { readonly archive: OpeningArchive }) {
  return <Frame archive={archive} />;
}

/** How far another archive is that is opened while this one is still shown. */
export function OpeningStrip() {
  const archive = useOpening((state) => state.archive);
  return archive && <Strip archive={archive} />;
}

function Strip({ archive }: { readonly archive: OpeningArchive }) {
  const { t } = useTranslation();
  const { name, done, total } = archive;
  const sentence = t('opening.archive', { name });
  return (
    <aside className="strip" aria-label={sentence}>
      <span className="strip-text" role="status">
        {sentence}
      </span>
      <span className="progress-track strip-track" aria-hidden>
        <span
          className={total === 0 ? 'progress-fill progress-unknown' : 'progress-fill'}
          style={{ width: `${total === 0 ? 30 : (done / total) * 100}%` }}
        />
      </span>
    </aside>
  );
}

function Frame({ archive }: { readonly archive: OpeningArchive }) {
  const isNarrow = useIsNarrow();
  const { sidebarWidth, listWidth, listLayout: layout } = useSettings();
  const widths = paneWidths(useWindowWidth(), { sidebar: sidebarWidth, list: listWidth });
  const { height } = shapedList({
    layout,
    rows: 0,
    isSearch: false,
    complete: 0,
    months: null,
    width: 0,
  }).shape;
  return (
    <div className="workspace">
      <div className={isNarrow ? 'panes panes-narrow' : 'panes'} data-pane="list">
        {!isNarrow && (
          <div className="pane pane-sidebar" style={{ width: widths.sidebar }} aria-hidden>
            <div className="sidebar opening-sidebar">
              <div className="masthead">
                <div className="plate opening-plate">
                  <span />
                  <span />
                </div>
              </div>
              <span className="opening-button" />
              {['archive', 'drafts', 'embargoed', 'needs-look', 'trash'].map((place) => (
                <span key={place} className="opening-place" />
              ))}
            </div>
          </div>
        )}
        <div className="pane-main">
          {!isNarrow && <span className="separator" />}
          <div
            className="pane pane-list opening-list"
            style={{ width: isNarrow ? 330 : widths.list }}
            aria-hidden
          >
            <div className="bar list-bar">
              {isNarrow && <span className="opening-icon" />}
              <span className="search-input" />
              {isNarrow && <span className="opening-icon" />}
            </div>
            <div className="list-head" />
            <div className="list-sheet">
              <ListSkeleton layout={layout} height={height} />
            </div>
          </div>
          <span className="separator" />
          <div className="pane pane-reader opening-reader">
            <HowFar archive={archive} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** What is opened, and how much of it is read, for whoever has to wait. */
function HowFar({ archive }: { readonly archive: OpeningArchive }) {
  const { t } = useTranslation();
  const { name } = archive;
  // Its end, too: what comes after the reading may take a while.
  const { done, total } = useLastProgress('open') ?? archive;
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLong(true);
    }, shortMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const sentence = t('opening.archive', { name });
  return (
    <>
      <p className="visually-hidden" role="status">
        {isLong && sentence}
      </p>
      {isLong && (
        <div className="opening-far">
          <Progress label={sentence} done={done} total={total} />
        </div>
      )}
    </>
  );
}
