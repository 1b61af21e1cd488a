import { EditorContent } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyEditing } from './body-editing';
import { useBodyTarget } from './body-target';
import { BodyToolbar } from './body-toolbar';

interface RichTextProps {
  /** Markdown. */
  readonly body: string;
  readonly lang: string | undefined;
  readonly onSource: () => void;
  readonly onChange: (body: string) => void;
}

/** A whole book would push the fields below it out of reach. */
const mostGrown = 60_000;

/** The text of a release as it will be read. */
export function RichText({ body, lang, onSource, onChange }: RichTextProps) {
  const { t } = useTranslation();
  const label = t('field.body');
  const [editing] = useState(() => new BodyEditing(body));
  const [asksForLink, setAsksForLink] = useState(false);
  const toolbar = useRef<HTMLDivElement>(null);
  const isLong = body.length > mostGrown;

  useEffect(() => {
    editing.listen({
      onChange,
      askForLink: () => {
        setAsksForLink(true);
      },
      toToolbar: () => {
        toolbar.current?.querySelector('button')?.focus();
      },
    });
  });
  useEffect(() => {
    editing.describe(label, lang, isLong);
  }, [editing, label, lang, isLong]);
  useEffect(() => {
    editing.takeOver(body);
  }, [editing, body]);
  useEffect(() => {
    const target = {
      place: (ids: readonly string[]) => {
        editing.place(ids);
      },
    };
    useBodyTarget.setState({ target });
    return () => {
      useBodyTarget.setState({ target: null });
      editing.destroy();
    };
  }, [editing]);

  return (
    <div className="body-editor" data-takes-photos>
      <BodyToolbar
        ref={toolbar}
        editor={editing.editor}
        asksForLink={asksForLink}
        onLink={setAsksForLink}
        onSource={onSource}
      />
      <EditorContent editor={editing.editor} className="body-frame" />
    </div>
  );
}
