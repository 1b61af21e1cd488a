import type { LucideIcon } from 'lucide-react';
import { IconButton } from './button';

interface Step {
  readonly label: string;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

interface StepButtonsProps {
  /** The one towards the beginning, the one towards the end. */
  readonly icons: readonly [LucideIcon, LucideIcon];
  readonly back: Step;
  readonly on: Step;
}

/** Two small buttons that move something, or somebody, one place back or on. */
export function StepButtons({ icons: [Back, On], back, on }: StepButtonsProps) {
  return (
    <>
      <IconButton size="small" icon={Back} {...back} />
      <IconButton size="small" icon={On} {...on} />
    </>
  );
}
