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

interface MenuCall {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: Element;
  readonly preventDefault: () => void;
}

/** Shows a menu where the pointer is, or below the element where a key called it. */
export function showContextMenu(call: MenuCall, label: string, groups: readonly MenuGroup[]): void {
  call.preventDefault();
  const { clientX: x, clientY: y } = call;
  if (x === 0 && y === 0) showMenuBelow(call.currentTarget, label, groups);
  else useContextMenu.setState({ shown: { label, groups, x, y } });
}

export function showMenuBelow(element: Element, label: string, groups: readonly MenuGroup[]): void {
  const { left, bottom } = element.getBoundingClientRect();
  useContextMenu.setState({ shown: { label, groups, x: left + 24, y: bottom - 4 } });
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
