import { ChevronDown, Ellipsis, FolderInput } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { PressPack } from '../../../../shared/press-pack';
import { CommandButton, commandEntry } from '../../commands/command-button';
import { useCanWrite } from '../../commands/command-context';
import { commandOf } from '../../commands/registry';
import { shortcutOf, shortcutText } from '../../commands/shortcuts';
import {
  addToTray,
  draggedType,
  dragReleases,
  useDraggedReleases,
  useTray,
} from '../../state/tray';
import { showPack } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Menu, type MenuGroup } from '../../ui/menu';
import { TrayItem } from './tray-item';
import './tray.css';

/** The pack that is being filled, below the list; without one, the place to begin one while rows are dragged. */
export function Tray() {
  const tray = useTray();
  const isDragging = useDraggedReleases((state) => state.ids.length > 0);
  const canWrite = useCanWrite();
  if (tray) return <FilledTray tray={tray} canWrite={canWrite} />;
  return isDragging && canWrite ? <EmptyPlace /> : null;
}

interface DropHandlers {
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

function useDrop(canDrop: boolean): DropHandlers {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!canDrop || !event.dataTransfer.types.includes(draggedType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const { ids } = useDraggedReleases.getState();
        if (!canDrop || ids.length === 0) return;
        event.preventDefault();
        dragReleases([]);
        void addToTray(ids);
      },
    },
  };
}

function EmptyPlace() {
  const { t } = useTranslation();
  const { isOver, handlers } = useDrop(true);
  return (
    <div className={classNames('tray tray-place', isOver && 'tray-over')} {...handlers}>
      <FolderInput size={16} strokeWidth={1.7} aria-hidden />
      {t('tray.dropToStart')}
    </div>
  );
}

function trayGroups(): readonly MenuGroup[] {
  return [
    { id: 'pack', entries: [commandEntry('show-tray-pack')] },
    { id: 'end', entries: [commandEntry('clear-tray'), commandEntry('close-tray')] },
  ];
}

interface FilledTrayProps {
  readonly tray: PressPack;
  readonly canWrite: boolean;
}

function FilledTray({ tray, canWrite }: FilledTrayProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const { isOver, handlers } = useDrop(canWrite);
  const items = useRef<HTMLOListElement>(null);
  const { length } = tray.items;
  const title = tray.title || t('pack.untitled');
  const key = shortcutOf(commandOf('add-to-tray'));

  // What was put in last is what one wants to see.
  useEffect(() => {
    items.current?.scrollTo({ top: items.current.scrollHeight });
  }, [length, isOpen]);

  return (
    <section
      className={classNames('tray', isOver && 'tray-over')}
      aria-label={t('tray.label')}
      {...handlers}
    >
      <header className="tray-head">
        <Button
          className="tray-fold"
          aria-label={t('tray.fold')}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronDown size={13} aria-hidden />
        </Button>
        <h2 className="tray-title">
          <Button
            className="tray-name"
            aria-label={t('tray.open', { pack: title })}
            onPress={() => {
              showPack(tray.id);
            }}
          >
            {title}
          </Button>
        </h2>
        <span className="tray-count" role="status">
          {isOver ? t('tray.dropHere') : t('pack.releases', { count: length })}
        </span>
        {canWrite && (
          <>
            <CommandButton id="add-to-tray" size="small" />
            <CommandButton id="undo" size="small" />
          </>
        )}
        <Menu label={t('tray.more')} groups={trayGroups}>
          <IconButton size="small" icon={Ellipsis} label={t('tray.more')} />
        </Menu>
      </header>
      {isOpen &&
        (length === 0 ? (
          <p className="tray-empty">{t('tray.empty', { key: key ? shortcutText(key) : '' })}</p>
        ) : (
          <ol ref={items} className="tray-items" aria-label={title}>
            {tray.items.map(({ releaseId }) => (
              <TrayItem key={releaseId} releaseId={releaseId} canWrite={canWrite} />
            ))}
          </ol>
        ))}
    </section>
  );
}
