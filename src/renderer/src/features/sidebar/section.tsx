import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** Where somebody else remembers whether it is open. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
}

/** A part of the sidebar that can be folded away. */
export function Section({ title, action, children, onToggle, ...props }: SectionProps) {
  const [isOpenHere, setOpen] = useState(true);
  const isOpen = props.isOpen ?? isOpenHere;
  const contentId = useId();
  return (
    <section className="side-section">
      <header className="side-head">
        <h2 className="side-title">
          <Button
            className="side-fold"
            aria-expanded={isOpen}
            aria-controls={contentId}
            onPress={() => {
              setOpen(!isOpen);
              onToggle?.(!isOpen);
            }}
          >
            {title}
            <ChevronDown size={12} aria-hidden />
          </Button>
        </h2>
        {action}
      </header>
      <div id={contentId} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
