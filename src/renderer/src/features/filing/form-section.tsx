import type { ReactNode } from 'react';
import { setActiveField } from './editor-store';
import type { FieldName } from './fields';

interface FormSectionProps {
  readonly title: string;
  /** Where the marks of the source text point to. */
  readonly name: FieldName;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function FormSection({ title, name, action, children }: FormSectionProps) {
  return (
    <section
      className="form-section"
      aria-label={title}
      data-field={name}
      onMouseEnter={() => {
        setActiveField(name);
      }}
      onMouseLeave={() => {
        setActiveField(null);
      }}
    >
      <header className="form-section-head">
        <h2 className="form-section-title">{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
