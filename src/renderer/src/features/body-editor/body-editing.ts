import { Editor } from '@tiptap/react';
import type { Mapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import type { PhotoId } from '../../../../shared/photo';
import { translate } from '../../i18n';
import { showToast } from '../../state/toasts';
import { stepTypingEvent, type TypingStep } from '../../ui/typing';
import { takeFiles } from '../filing/take-files';
import { isNamedPhoto } from '../importing/arrival-rule';
import { bodyKeys } from './body-keys';
import { bodyExtensions } from './body-schema';
import { draggedPhotoType } from './body-target';
import type { KeptSource } from './markdown/kept-source';
import { opening, takeOver } from './opened-editor';
import { cleanPaste } from './pasted';
import { PhotoInEditor } from './photo-node-view';
import { borderAt, borderAtCursor, placeOf, placePhotos } from './photo-places';
import { UntouchedInEditor } from './untouched-node-view';

/** Where photos go that are still being read; moves with the text before it. */
interface Waiting {
  at: number;
}

/** What stands around the editor. */
export interface BodyListener {
  readonly onChange: (body: string) => void;
  readonly toToolbar: () => void;
  readonly askForLink: () => void;
}

/** The editor of one body, and how it and the form's Markdown keep up with each other. */
export class BodyEditing {
  readonly editor: Editor;
  #listener: BodyListener | null = null;
  readonly #source: KeptSource;
  /** The body that is shown; another one in the form was made elsewhere. */
  #shown: string;
  readonly #waiting = new Set<Waiting>();

  constructor(body: string) {
    const begin = opening(body);
    this.#shown = body;
    this.editor = new Editor({
      extensions: [
        ...bodyExtensions(PhotoInEditor, UntouchedInEditor),
        bodyKeys(
          () => {
            this.#listener?.toToolbar();
          },
          () => {
            this.#listener?.askForLink();
          },
        ),
      ],
      content: begin.content,
      // The page's policy forbids styles that are put into it as it runs.
      injectCSS: false,
      onTransaction: ({ transaction }) => {
        this.#follow(transaction.mapping);
      },
      onUpdate: () => {
        this.#tell();
      },
      editorProps: {
        transformPastedHTML: (html) => {
          const { html: clean, imagesLeft } = cleanPaste(html);
          if (imagesLeft > 0) {
            showToast({ tone: 'error', text: translate('body.imagesLeft', { count: imagesLeft }) });
          }
          return clean;
        },
        handlePaste: (view, event) => this.#onPaste(view, event),
        handleDrop: (view, event) => this.#onDrop(view, event),
      },
    });
    this.#source = begin.began(this.editor.state.doc);
    this.editor.view.dom.addEventListener(stepTypingEvent, (event) => {
      this.#onStep(event as CustomEvent<TypingStep>);
    });
  }

  listen(listener: BodyListener): void {
    this.#listener = listener;
  }

  /** What screen readers say of the field, and the language that spelling is checked in. */
  describe(label: string, lang: string | undefined, isLong: boolean): void {
    const { dom } = this.editor.view;
    this.editor.setOptions({
      editorProps: {
        ...this.editor.options.editorProps,
        attributes: {
          class: isLong ? 'body-text body-text-long' : 'body-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-keyshortcuts': 'Alt+F10',
          spellcheck: 'true',
          ...(lang === undefined ? {} : { lang }),
        },
      },
    });
    if (lang === undefined) dom.removeAttribute('lang');
  }

  takeOver(body: string): void {
    if (body === this.#shown) return;
    this.#shown = body;
    takeOver(this.editor, this.#source, body);
  }

  /** Gives photos a place behind the cursor; of one that has a place already, shows it. */
  place(ids: readonly PhotoId[]): void {
    const { editor } = this;
    const [first] = ids;
    const old = first === undefined ? null : placeOf(editor.state.doc, first);
    if (ids.length === 1 && old !== null) {
      editor.chain().setNodeSelection(old).focus().scrollIntoView().run();
      return;
    }
    this.#put(ids, borderAtCursor(editor.state));
  }

  destroy(): void {
    this.editor.destroy();
  }

  #put(ids: readonly PhotoId[], at: number): void {
    const { view, state } = this.editor;
    if (ids.length === 0) return;
    view.dispatch(placePhotos(state, ids, at));
    view.focus();
  }

  #tell(): void {
    const now = this.#source.markdownOf(this.editor.state.doc);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#listener?.onChange(now);
  }

  #follow(mapping: Mapping): void {
    for (const waiting of this.#waiting) waiting.at = mapping.map(waiting.at);
  }

  /** Photos join the form as they do anywhere on the window, and get their place here. */
  async #take(files: readonly File[], at: number): Promise<void> {
    const waiting: Waiting = { at };
    this.#waiting.add(waiting);
    try {
      await takeFiles(files, (id) => {
        if (this.editor.isDestroyed) return;
        const behind = Math.min(waiting.at, this.editor.state.doc.content.size);
        this.#put([id], behind);
      });
    } finally {
      this.#waiting.delete(waiting);
    }
  }

  #onDrop(view: EditorView, event: DragEvent): boolean {
    const carried = event.dataTransfer;
    if (carried === null) return false;
    const files = [...carried.files];
    const id = carried.getData(draggedPhotoType);
    // Texts among them are a matter of the window.
    const isForHere = id !== '' || (files.length > 0 && files.every(isNamedPhoto));
    if (!isForHere) return false;
    event.preventDefault();
    const at = borderAt(view, event);
    if (id !== '') this.#put([id], at);
    else void this.#take(files, at);
    return true;
  }

  #onPaste(view: EditorView, event: ClipboardEvent): boolean {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length === 0 || text !== '' || !files.every(isNamedPhoto)) return false;
    event.preventDefault();
    void this.#take(files, borderAtCursor(view.state));
    return true;
  }

  /** Undo as the program's menu and keys mean it; in a caption it is about the caption alone. */
  #onStep(event: CustomEvent<TypingStep>): void {
    if (event.target !== this.editor.view.dom) return;
    event.preventDefault();
    if (event.detail === 'undo') this.editor.commands.undo();
    else this.editor.commands.redo();
  }
}
