import { ArrowLeft, FileText } from 'lucide-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import { CommandButton } from '../../commands/command-button';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { instant } from '../../i18n/format';
import { useRequest } from '../../requests';
import { useFindInRelease } from '../../state/find-in-release';
import { useResults } from '../../state/results/result-state';
import { useWorkspace } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { PackMenu } from '../packs/pack-menu';
import { focusList, readerId } from '../release-list/focus';
import { FindBar } from './find-bar';
import { FindMarks } from './find-marks';
import { ReleaseQuestions } from './release-questions';
import { ReleaseArticle } from './release-article';
import './reader.css';

export function ReaderPane() {
  const { t } = useTranslation();
  const openId = useWorkspace((state) => state.openId);
  const total = useResults((state) => state.total);
  if (openId === null && total === null) return null;
  if (openId === null) {
    return (
      <EmptyState icon={FileText} title={t('reader.nothingOpen')}>
        {t(total === 0 ? 'reader.nothingToOpenText' : 'reader.nothingOpenText')}
      </EmptyState>
    );
  }
  return <OpenRelease id={openId} />;
}

function OpenRelease({ id }: { readonly id: ReleaseId }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { data: details, error } = useRequest('release:read', { id });
  const article = useRef<HTMLElement>(null);
  const finds = useFindInRelease((state) => state.isOpen);
  const scroller = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    // Another release is read from its top; to say so means to lay it out, so only where it matters.
    if (isScrolled.current) scroller.current?.scrollTo({ top: 0 });
    isScrolled.current = false;
  }, [id]);
  const deletedAt = details?.release.deletedAt ?? null;
  return (
    <>
      <div className="bar reader-bar" role="toolbar" aria-label={t('reader.toolbar')}>
        <ReaderButtons isInTrash={deletedAt !== null} />
        <span className="spring" />
        {details && <FindMarks article={article} releaseKey={details} />}
      </div>
      {finds && details && <FindBar />}
      {deletedAt !== null && (
        <Banner tone="info">{t('reader.inTrash', { when: instant(deletedAt, language) })}</Banner>
      )}
      {details && <ReleaseQuestions release={details.release} />}
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
      {/* The same element for every release: who is in it with the keyboard stays there. */}
      <div
        ref={scroller}
        id={readerId}
        className="reader-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('reader.label')}
        onScroll={() => {
          isScrolled.current = true;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.target === event.currentTarget) focusList();
        }}
      >
        {details ? (
          <ReleaseArticle key={id} ref={article} details={details} />
        ) : (
          !error && <ArticleSkeleton />
        )}
      </div>
    </>
  );
}

/** The same for one release and the next. */
const ReaderButtons = memo(function ReaderButtons({ isInTrash }: { readonly isInTrash: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="only-single">
        <IconButton icon={ArrowLeft} label={t('reader.backToList')} onPress={focusList} />
      </span>
      {isInTrash ? (
        <CommandButton id="restore-release" look="quiet" />
      ) : (
        <>
          <CommandButton id="edit-release" look="quiet" />
          <PackMenu />
          <CommandButton id="delete-release" look="quiet" />
          <CommandButton id="more-like-this" />
        </>
      )}
      <CommandButton id="show-history" />
    </>
  );
});

function ArticleSkeleton() {
  return (
    <div className="article article-skeleton" aria-hidden>
      <span />
      <span />
      <span />
    </div>
  );
}
