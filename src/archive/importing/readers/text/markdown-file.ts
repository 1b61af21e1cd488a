import type { Definition, Image, Root, RootContent } from 'mdast';
import { inspectPhoto } from '../../../photos/photo-inspection';
import { tidyLine } from '../markdown/hast';
import { markdownOf, type MarkdownWithImages } from '../markdown/markdown-of';
import { fileOfData, nameOf, type FindPicture } from '../markdown/pictures';
import { parsedMarkdown } from '../markdown/plain-markdown';
import { finishedMarkdown, plain } from '../markdown/to-markdown';
import type { ReadImage } from '../reader';

type Node = Root | RootContent;

interface MarkdownFile extends MarkdownWithImages {
  /** The words of the heading of the first rank that opens the text; '' where none does. */
  readonly openingHeading: string;
}

/** A Markdown text in the archive's form, its pictures looked up, its HTML taken for what it says. */
export async function markdownOfFile(
  text: string,
  findPicture: FindPicture,
): Promise<MarkdownFile> {
  const root = parsedMarkdown(text);
  const reading = new Reading(findPicture, definitionsOf(root));
  await reading.settle(root);
  const first = root.children[0];
  const openingHeading =
    first?.type === 'heading' && first.depth === 1 ? tidyLine(plain(first)) : '';
  const { images, missing, unreadable } = reading;
  const remarks = [
    { code: 'pictures-not-in-file' as const, count: missing },
    { code: 'pictures-unreadable' as const, count: unreadable },
  ].filter(({ count }) => count > 0);
  return { markdown: finishedMarkdown(root), images, remarks, openingHeading };
}

class Reading {
  readonly images: ReadImage[] = [];
  missing = 0;
  unreadable = 0;
  readonly #numbers = new Map<string, number>();
  readonly #findPicture: FindPicture;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(findPicture: FindPicture, definitions: ReadonlyMap<string, Definition>) {
    this.#findPicture = findPicture;
    this.#definitions = definitions;
  }

  async settle(node: Node): Promise<void> {
    if (!('children' in node)) return;
    const next: RootContent[] = [];
    for (const child of node.children as RootContent[]) next.push(...(await this.#settled(child)));
    (node as { children: RootContent[] }).children = next;
  }

  async #settled(node: RootContent): Promise<RootContent[]> {
    await this.settle(node);
    switch (node.type) {
      case 'image':
        return this.#image(node);
      case 'imageReference': {
        const { url = '', title = null } = this.#definitions.get(node.identifier) ?? {};
        return this.#image({ type: 'image', url, title, alt: node.alt ?? null });
      }
      case 'linkReference': {
        const definition = this.#definitions.get(node.identifier);
        if (definition === undefined) return node.children;
        return [{ type: 'link', url: definition.url, children: node.children }];
      }
      case 'definition':
        return [];
      case 'html':
        return this.#html(node.value);
      default:
        return [node];
    }
  }

  async #image({ url, title, alt }: Image): Promise<RootContent[]> {
    const known = this.#numbers.get(url);
    if (known !== undefined) return [{ type: 'image', url: `image:${known}` }];
    const file = url.startsWith('data:') ? fileOfData(url) : await this.#findPicture(url);
    const photo = file === null ? null : inspectPhoto(file.bytes);
    if (file === null) this.missing++;
    else if (photo === null) this.unreadable++;
    else {
      const number = this.images.length;
      this.#numbers.set(url, number);
      this.images.push({
        fileName: nameOf(file.name, photo.format, number),
        bytes: file.bytes,
        caption: tidyLine(title ?? ''),
        altText: tidyLine(alt ?? ''),
        creditLine: '',
      });
      return [{ type: 'image', url: `image:${number}` }];
    }
    return [];
  }

  /** A block of HTML is read as such; a lone tag within a line says nothing. */
  async #html(html: string): Promise<RootContent[]> {
    if (!/<[a-z]/i.test(html) || !/>[^<]*[^<\s]|<img\b/i.test(html)) return [];
    const read = await markdownOf(html, { findPicture: this.#findPicture });
    for (const { code, count } of read.remarks) {
      if (code === 'pictures-not-in-file') this.missing += count;
      if (code === 'pictures-unreadable') this.unreadable += count;
    }
    const offset = this.images.length;
    this.images.push(...read.images);
    return renumbered(parsedMarkdown(read.markdown), offset).children;
  }
}

function renumbered(root: Root, offset: number): Root {
  const walk = (node: Node) => {
    if (node.type === 'image')
      node.url = `image:${Number(node.url.replace('image:', '')) + offset}`;
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return root;
}

function definitionsOf(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const walk = (node: Node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return definitions;
}
