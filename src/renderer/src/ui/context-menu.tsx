import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { create } from 'zustand';
import { MenuEntries, type MenuGroup } from './menu';

interface Shown {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** In the window, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

const useContextMenu = create<{ readonly shown: Shown | null }>(() => ({ shown: null }));

/** Shows a menu where the pointer is, or below what has the focus where a key called it. */
export function showContextMenu(
  event: {
    readonly clientX: number;
    readonly clientY: number;
    readonly currentTarget: Element;
    readonly preventDefault: () => void;
  },
  label: string,
  groups: readonly MenuGroup[],
): void {
  event.preventDefault();
  const box = event.currentTarget.getBoundingClientRect();
  const isPointed = event.clientX !== 0 || event.clientY !== 0;
  const [x, y] = isPointed ? [event.clientX, event.clientY] : [box.left + 24, box.bottom - 4];
  useContextMenu.setState({ shown: { label, groups, x, y } });
}

function close(): void {
  useContextMenu.setState({ shown: null });
}

export function ContextMenu() {
  const shown = useContextMenu((state) => state.shown);
  const anchor = useRef<HTMLDivElement>(null);
  if (!shown) return null;
  return (
    <>
      <div ref={anchor} style={{ position: 'fixed', left: shown.x, top: shown.y }} />
      <Popover
        key={`${shown.x} ${shown.y}`}
        className="popover menu"
        aria-label={shown.label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <MenuEntries label={shown.label} groups={shown.groups} onClose={close} />
      </Popover>
    </>
  );
}
