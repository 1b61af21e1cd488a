import { ChevronDown, ListFilter } from 'lucide-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { changeSettings, useSettings } from '../../state/settings';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { NarrowSections, useNarrowing, type Narrowing } from './narrow-sections';
import './narrow.css';

/** The facets, at the foot of the sidebar; can be folded away. */
export function NarrowPanel() {
  const { narrowShown } = useSettings();
  const isList = useWorkspace((state) => state.view.kind === 'releases');
  const narrowing = useNarrowing();
  if (!isList || narrowing.facets.length === 0) return null;
  return <FoldedPanel narrowing={narrowing} isShown={narrowShown} />;
}

interface FoldedPanelProps {
  readonly narrowing: Narrowing;
  readonly isShown: boolean;
}

const FoldedPanel = memo(function FoldedPanel({ narrowing, isShown }: FoldedPanelProps) {
  const { t } = useTranslation();
  const contentId = useId();
  return (
    <section className="narrow" aria-label={t('narrow.title')}>
      <h2 className="narrow-title">
        <Button
          className="narrow-fold"
          aria-expanded={isShown}
          aria-controls={contentId}
          onPress={() => void changeSettings({ narrowShown: !isShown })}
        >
          <ListFilter size={14} strokeWidth={1.8} aria-hidden />
          <span className="narrow-name">{t('narrow.title')}</span>
          <ChevronDown size={13} aria-hidden />
        </Button>
      </h2>
      <div id={contentId} className="narrow-scroll" hidden={!isShown}>
        <NarrowSections {...narrowing} />
      </div>
    </section>
  );
});

/** The same behind a button, where the sidebar is out of the way. */
export function NarrowMenu() {
  const { t } = useTranslation();
  const narrowing = useNarrowing();
  if (narrowing.facets.length === 0) return null;
  return (
    <DialogTrigger>
      <IconButton size="small" icon={ListFilter} label={t('narrow.title')} />
      <Popover className="popover narrow-popover" placement="bottom end" offset={4}>
        <Dialog aria-label={t('narrow.title')} className="narrow-dialog">
          <NarrowSections {...narrowing} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
