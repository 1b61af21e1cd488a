import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Heading, Popover } from 'react-aria-components';
import { valuePiece } from '../../../../shared/query';
import { useRequest } from '../../requests';
import { openDialog } from '../../state/dialogs';
import { closeSearchHelp, useSearchHelp } from '../../state/search-help';
import { setSearchText } from '../../state/workspace';
import { focusSearch } from '../release-list/focus';

interface Example {
  readonly text: string;
  readonly meaning: string;
}

/** The language in ten lines; names and years are those of this archive, where it has some. */
function useExamples(): readonly Example[] {
  const { t } = useTranslation();
  const { data: partners = [] } = useRequest('partner:list', null);
  const { data: info } = useRequest('archive:info', null);
  const [partner] = [...partners].sort((a, b) => b.releaseCount - a.releaseCount);
  const years = info?.counts.years.map(({ year }) => year) ?? [];
  const newest = years[0] ?? new Date().getFullYear();
  const earlier = years.at(-1) === newest ? newest - 1 : (years.at(-1) ?? newest - 1);
  const [one, other] = [t('searchHelp.wordOne'), t('searchHelp.wordOther')];
  return [
    { text: `${one} ${other}`, meaning: t('searchHelp.words') },
    { text: `"${one} ${other}"`, meaning: t('searchHelp.phrase') },
    { text: `${one} -${other}`, meaning: t('searchHelp.not') },
    { text: `${one} OR ${other}`, meaning: t('searchHelp.or') },
    { text: t('searchHelp.begunWord'), meaning: t('searchHelp.begun') },
    { text: `${t('searchHelp.headlineField')}:${one}`, meaning: t('searchHelp.field') },
    {
      text: valuePiece('partner', partner?.name ?? t('searchHelp.partnerName')),
      meaning: t('searchHelp.value'),
    },
    { text: `year:${earlier}..${newest}`, meaning: t('searchHelp.years') },
    { text: 'after:"last month"', meaning: t('searchHelp.dates') },
    { text: 'photo:yes lang:zh status:filed', meaning: t('searchHelp.traits') },
  ];
}

/** How to search, below the button that asks for it; each example can be tried. */
export function SearchHelp({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const isOpen = useSearchHelp((state) => state.isOpen);
  const examples = useExamples();
  return (
    <Popover
      triggerRef={anchor}
      className="popover search-help"
      placement="bottom end"
      offset={8}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) closeSearchHelp();
      }}
    >
      <Dialog className="search-help-dialog">
        <Heading slot="title" className="search-help-title">
          {t('searchHelp.title')}
        </Heading>
        <ul className="search-help-list">
          {examples.map(({ text, meaning }) => (
            <li key={text} className="search-help-line">
              <Button
                className="search-help-example"
                onPress={() => {
                  closeSearchHelp();
                  setSearchText(text);
                  focusSearch();
                }}
              >
                {text}
              </Button>
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
        <p className="search-help-note">{t('searchHelp.note')}</p>
        <Button
          className="search-help-more"
          onPress={() => {
            closeSearchHelp();
            openDialog({ kind: 'help', page: 'searching' });
          }}
        >
          {t('searchHelp.more')}
        </Button>
      </Dialog>
    </Popover>
  );
}
