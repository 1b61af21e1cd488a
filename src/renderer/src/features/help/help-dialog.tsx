import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, SearchField } from 'react-aria-components';
import { useInterfaceLanguage } from '../../i18n';
import { closeDialog } from '../../state/dialogs';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/dialog';
import { HitText } from '../../ui/hit-text';
import { HelpArticle } from './help-article';
import { helpPages, type HelpPage } from './help-pages';
import { helpTerms, searchHelpPages, type HelpHit } from './search-help-pages';
import './help.css';

/** The help's pages, with a search over all of them. */
export default function HelpDialog({ page: first }: { readonly page: string }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const pages = useMemo(() => helpPages(language), [language]);
  const [query, setQuery] = useState('');
  const [name, setName] = useState(first);
  const typed = useDeferredValue(query.trim());
  const terms = useMemo(() => helpTerms(typed, pages), [typed, pages]);
  const hits = useMemo(() => searchHelpPages(terms, pages), [terms, pages]);
  const page = pages.find((each) => each.name === name) ?? pages[0];
  const reader = useRef<HTMLDivElement>(null);
  useEffect(() => {
    reader.current?.scrollTo({ top: 0 });
    reader.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [name, terms]);
  return (
    <Dialog title={t('help.title')} size="wide" isFilled onClose={closeDialog}>
      <div className="help-side">
        <SearchField
          aria-label={t('help.search')}
          className="help-search"
          value={query}
          onChange={setQuery}
          onSubmit={() => {
            if (hits[0]) setName(hits[0].page.name);
          }}
          autoFocus
        >
          <Search size={14} aria-hidden />
          <Input className="help-search-input" placeholder={t('help.search')} />
        </SearchField>
        {typed === '' ? (
          <PageList pages={pages} current={page?.name} onOpen={setName} />
        ) : (
          <HitList hits={hits} query={typed} onOpen={setName} />
        )}
      </div>
      <div className="help-reader" ref={reader} tabIndex={0} role="region" aria-label={page?.title}>
        {page && <HelpArticle page={page} terms={terms} onOpen={setName} />}
      </div>
    </Dialog>
  );
}

interface PageListProps {
  readonly pages: readonly HelpPage[];
  readonly current: string | undefined;
  readonly onOpen: (name: string) => void;
}

function PageList({ pages, current, onOpen }: PageListProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('help.pages')}>
      <ul className="help-pages">
        {pages.map(({ name, title }) => (
          <li key={name}>
            <Button
              className={classNames('help-page', name === current && 'help-page-current')}
              aria-current={name === current ? 'page' : 'false'}
              onPress={() => {
                onOpen(name);
              }}
            >
              {title}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface HitListProps {
  readonly hits: readonly HelpHit[];
  readonly query: string;
  readonly onOpen: (name: string) => void;
}

function HitList({ hits, query, onOpen }: HitListProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="help-found" role="status">
        {hits.length === 0 ? t('help.noMatch', { query }) : t('help.found', { count: hits.length })}
      </p>
      <ul className="help-pages">
        {hits.map(({ page, heading, segments }, index) => (
          <li key={index}>
            <Button
              className="help-page help-hit"
              onPress={() => {
                onOpen(page.name);
              }}
            >
              <span className="help-hit-place">
                {[page.title, heading].filter((part) => part !== '').join(' › ')}
              </span>
              <span className="help-hit-text">
                <HitText segments={segments} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
