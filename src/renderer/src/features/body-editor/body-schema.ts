import {
  Extension,
  getSchema,
  Mark,
  markInputRule,
  mergeAttributes,
  Node,
  type AnyExtension,
} from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';

/** Photos and untouched Markdown stand between blocks, never inside one. */
const Body = Node.create({ name: 'doc', topNode: true, content: '(block | top)+' });

/** Unlike StarterKit's, it may be bold as well: Markdown's may. */
const Code = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', mergeAttributes(HTMLAttributes), 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/u, type: this.type })];
  },
});

/** Whether empty lines part the items of a list, as its Markdown had it. */
const LooseLists = Extension.create({
  name: 'looseLists',
  addGlobalAttributes: () => [
    {
      types: ['bulletList', 'orderedList'],
      attributes: { isLoose: { default: false, rendered: false } },
    },
  ],
});

/** The place of a photo of the release. */
export const PhotoNode = Node.create({
  name: 'photo',
  group: 'top',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    photoId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['photo'] ?? '',
      renderHTML: ({ photoId }: Record<string, unknown>) => ({ 'data-photo': photoId }),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-photo]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

/** Markdown that the editor has no form for, letter by letter. */
export const UntouchedNode = Node.create({
  name: 'untouched',
  group: 'top',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    text: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['markdown'] ?? '',
      renderHTML: ({ text }: Record<string, unknown>) => ({ 'data-markdown': text }),
    },
  }),
  parseHTML: () => [{ tag: 'pre[data-markdown]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes],
});

/** What a body is made of; `photo` and `untouched` may come with a view of their own. */
export function bodyExtensions(
  photo: AnyExtension = PhotoNode,
  untouched: AnyExtension = UntouchedNode,
): readonly AnyExtension[] {
  return [
    Body,
    StarterKit.configure({
      document: false,
      code: false,
      underline: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null, class: null },
      },
      dropcursor: { class: 'drop-cursor', color: false, width: 2 },
    }),
    Code,
    LooseLists,
    photo,
    untouched,
  ];
}

/** The same without a window: for reading Markdown before there is an editor. */
export const bodySchema = getSchema([...bodyExtensions()]);
