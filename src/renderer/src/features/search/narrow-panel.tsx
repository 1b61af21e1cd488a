import { ChevronDown, ListFilter } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { changeSettings, useSettings } from '../../state/settings';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { NarrowSections, useFacets } from './narrow-sections';
import './narrow.css';

/** The facets, at the foot of the sidebar; can be folded away. */
export function NarrowPanel() {
  const { t } = useTranslation();
  const { narrowShown } = useSettings();
  const isList = useWorkspace((state) => state.view.kind === 'releases');
  const facets = useFacets();
  const contentId = useId();
  if (!isList || facets.length === 0) return null;
  return (
    <section className="narrow" aria-label={t('narrow.title')}>
      <h2 className="narrow-title">
        <Button
          className="narrow-fold"
          aria-expanded={narrowShown}
          aria-controls={contentId}
          onPress={() => void changeSettings({ narrowShown: !narrowShown })}
        >
          <ListFilter size={14} strokeWidth={1.8} aria-hidden />
          <span className="narrow-name">{t('narrow.title')}</span>
          <ChevronDown size={13} aria-hidden />
        </Button>
      </h2>
      <div id={contentId} className="narrow-scroll" hidden={!narrowShown}>
        <NarrowSections facets={facets} />
      </div>
    </section>
  );
}

/** The same behind a button, where the sidebar is out of the way. */
export function NarrowMenu() {
  const { t } = useTranslation();
  const facets = useFacets();
  if (facets.length === 0) return null;
  return (
    <DialogTrigger>
      <IconButton size="small" icon={ListFilter} label={t('narrow.title')} />
      <Popover className="popover narrow-popover" placement="bottom end" offset={4}>
        <Dialog aria-label={t('narrow.title')} className="narrow-dialog">
          <NarrowSections facets={facets} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
