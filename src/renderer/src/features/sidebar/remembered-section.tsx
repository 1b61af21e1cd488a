import type { ReactNode } from 'react';
import type { SidebarSection } from '../../../../shared/window-choices';
import { changeSettings, useSettings } from '../../state/settings';
import { Section } from './section';

interface RememberedSectionProps {
  readonly name: SidebarSection;
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the sidebar that stays folded, or open, until somebody wants it otherwise. */
export function RememberedSection({ name, ...section }: RememberedSectionProps) {
  const { foldedSections } = useSettings();
  const others = foldedSections.filter((other) => other !== name);
  return (
    <Section
      {...section}
      isOpen={!foldedSections.includes(name)}
      onToggle={(isOpen) =>
        void changeSettings({ foldedSections: isOpen ? others : [...others, name] })
      }
    />
  );
}
