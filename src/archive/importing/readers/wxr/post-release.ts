import type { Element } from 'hast';
import type { IsoDate, ReleaseStatus } from '../../../../shared/release';
import { withFiguresForShortcodes } from '../markdown/caption-shortcodes';
import { attribute, elementsOf, parsedHtml, textOf, tidyLine } from '../markdown/hast';
import { markdownOf } from '../markdown/markdown-of';
import type { GivenFile, ReadImage, ReadRelease, ReadRemark } from '../reader';
import { withParagraphs } from './paragraphs';
import { pictureAddress, withoutShortcodes } from './shortcodes';
import { originalPath, uploadPath, type Upload, type UploadFinder } from './uploads';
import type { WxrItem } from './wxr-item';

/** What a post needs to know of the rest of its export. */
export interface ExportContext {
  /** Login → display name. */
  readonly authors: ReadonlyMap<string, string>;
  readonly uploads: UploadTable;
  readonly finder: UploadFinder;
}

export class UploadTable {
  readonly #byId = new Map<string, Upload>();
  readonly #byPath = new Map<string, Upload>();
  readonly #byParent = new Map<string, Upload[]>();

  add(upload: Upload): void {
    this.#byId.set(upload.id, upload);
    const path = originalPath(upload.path);
    // An export can hold one file twice; the first is the one that posts were written with.
    if (!this.#byPath.has(path)) this.#byPath.set(path, upload);
    if (upload.parentId === '' || upload.parentId === '0') return;
    const siblings = this.#byParent.get(upload.parentId) ?? [];
    siblings.push(upload);
    this.#byParent.set(upload.parentId, siblings);
  }

  byId(id: string): Upload | null {
    return this.#byId.get(id) ?? null;
  }

  byAddress(address: string): Upload | null {
    return this.#byPath.get(originalPath(uploadPath(address))) ?? null;
  }

  of(parentId: string): readonly Upload[] {
    return this.#byParent.get(parentId) ?? [];
  }
}

const statuses: Readonly<Record<string, ReleaseStatus>> = {
  publish: 'filed',
  draft: 'draft',
  pending: 'draft',
  future: 'draft',
  private: 'draft',
};

/** Null where a post of this status is none: deleted, or never written. */
export function statusOf(item: WxrItem): ReleaseStatus | null {
  return statuses[item.status] ?? null;
}

/** A post as a release. */
export async function releaseOf(
  item: WxrItem,
  status: ReleaseStatus,
  key: string,
  context: ExportContext,
): Promise<ReadRelease> {
  const { uploads } = context;
  const pictures = new PostPictures(context);
  const attached = uploads.of(item.postId);
  const content = withoutShortcodes(
    item.content,
    attached.map(({ id }) => id),
  );
  const { tree, isCutOff } = parsedHtml(withFiguresForShortcodes(withParagraphs(content)));
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'img') nameUpload(element, uploads);
  }
  const baseAddress = /^https?:\/\//.test(item.link) ? item.link : null;
  const written = await markdownOf(tree, {
    findPicture: (source) => pictures.find(source),
    baseAddress,
  });
  const lead = uploads.byId(item.meta.get('_thumbnail_id') ?? '');
  const more = [...(lead === null ? [] : [lead]), ...attached];
  const placed = written.images.map((image) => pictures.withWords(image));
  const added = await pictures.rest(more);
  const { images, body } = leadFirst(
    [...placed, ...added],
    written.markdown,
    lead === null ? -1 : [...placed, ...added].findIndex(({ upload }) => upload === lead),
  );
  const isLong = isCutOff || item.isCutOff || has(written.remarks, 'text-cut-off');
  const excerpt = plainOf(item.excerpt);
  return {
    key,
    title: plainOf(item.title),
    ...(excerpt === '' || excerpt === plainOf(item.title) ? {} : { summary: excerpt }),
    byline: context.authors.get(item.creator) ?? item.creator,
    publicationDate: dateOf(item),
    status,
    tags: tagsOf(item),
    body,
    images,
    remarks: counted([
      ['pictures-not-in-file', pictures.missing],
      ['pictures-unreadable', written.remarks.find(isUnreadable)?.count ?? 0],
      ['text-cut-off', isLong ? 1 : 0],
      ['password-protected', item.password === '' ? 0 : 1],
      ['embargoed', item.status === 'future' ? 1 : 0],
    ]),
  };
}

function isUnreadable({ code }: ReadRemark): boolean {
  return code === 'pictures-unreadable';
}

function has(remarks: readonly ReadRemark[], code: ReadRemark['code']): boolean {
  return remarks.some((remark) => remark.code === code);
}

function counted(
  remarks: readonly (readonly [ReadRemark['code'], number])[],
): readonly ReadRemark[] {
  return remarks.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }));
}

/** Gives an image that shows an upload, in whichever size, the upload's own address. */
function nameUpload(image: Element, uploads: UploadTable): void {
  const source = attribute(image, 'src');
  const id = /^upload:(\d+)$/.exec(source)?.[1] ?? wordpressId(image);
  const upload = (id === undefined ? null : uploads.byId(id)) ?? uploads.byAddress(source);
  if (upload === null) return;
  const alt = attribute(image, 'alt') || plainOf(upload.altText);
  image.properties = { src: pictureAddress(upload.id), alt };
}

function wordpressId(image: Element): string | undefined {
  return /\bwp-image-(\d+)\b/.exec(attribute(image, 'className'))?.[1];
}

interface PostPicture {
  readonly image: ReadImage;
  readonly upload: Upload | null;
}

/** The pictures of one post: in its text, at its head, attached to it. */
class PostPictures {
  readonly #context: ExportContext;
  readonly #found = new Map<Uint8Array, Upload | null>();
  readonly #asked = new Set<string>();
  readonly #missing = new Set<string>();

  constructor(context: ExportContext) {
    this.#context = context;
  }

  get missing(): number {
    return this.#missing.size;
  }

  async find(source: string): Promise<GivenFile | null> {
    const id = /^upload:(\d+)$/.exec(source)?.[1];
    const upload = id === undefined ? null : this.#context.uploads.byId(id);
    if (upload !== null) return this.#file(upload.path, upload);
    return id === undefined ? this.#file(uploadPath(source), null) : null;
  }

  async #file(path: string, upload: Upload | null): Promise<GivenFile | null> {
    const key = upload?.id ?? originalPath(path);
    this.#asked.add(key);
    const file = await this.#context.finder.find(path);
    if (file === null) this.#missing.add(key);
    else this.#found.set(file.bytes, upload);
    return file;
  }

  /** With the words that the export keeps for a picture where the text has none for it. */
  withWords(image: ReadImage): PostPicture {
    const upload = this.#found.get(image.bytes) ?? null;
    if (upload === null) return { image, upload };
    return {
      image: {
        ...image,
        caption: image.caption || plainOf(upload.caption),
        altText: image.altText || plainOf(upload.altText),
      },
      upload,
    };
  }

  /** The uploads that the text doesn't show, as far as their files are there. */
  async rest(uploads: readonly Upload[]): Promise<readonly PostPicture[]> {
    const pictures: PostPicture[] = [];
    for (const upload of uploads) {
      if (this.#asked.has(upload.id)) continue;
      const file = await this.#file(upload.path, upload);
      if (file === null) continue;
      const bare = {
        fileName: file.name,
        bytes: file.bytes,
        caption: '',
        altText: '',
        creditLine: '',
      };
      pictures.push(this.withWords(bare));
    }
    return pictures;
  }
}

/** The first picture of a release is its lead photo; the text's numbers follow. */
function leadFirst(
  pictures: readonly PostPicture[],
  markdown: string,
  lead: number,
): { readonly images: readonly ReadImage[]; readonly body: string } {
  const images = pictures.map(({ image }) => image);
  if (lead <= 0) return { images, body: markdown };
  const first = images[lead];
  const rest = images.filter((_, index) => index !== lead);
  const body = markdown.replaceAll(/(?<=^!\[[^\]\n]*\]\(image:)\d+(?=\)$)/gm, (number) => {
    const old = Number(number);
    return String(old === lead ? 0 : old < lead ? old + 1 : old);
  });
  return { images: first === undefined ? rest : [first, ...rest], body };
}

/** Titles, names and captions are HTML with its entities. */
export function plainOf(html: string): string {
  return /[<&]/.test(html) ? tidyLine(textOf(parsedHtml(html).tree)) : tidyLine(html);
}

function dateOf({ date, dateGmt }: WxrItem): IsoDate | null {
  return validDate(date) ?? validDate(dateGmt);
}

function validDate(text: string): IsoDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[ T]|$)/.exec(text)?.[1];
  if (day === undefined || day.startsWith('0000')) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}

const noCategory = /^(?:uncategori[sz]ed|未分[类類]|未归类)$/i;
/** 'tag' in exports of version 1.0, which also repeat each category without a domain. */
const tagDomains = new Set(['category', 'post_tag', 'tag', '']);

function tagsOf({ categories }: WxrItem): readonly string[] {
  const tags = categories
    .filter(({ domain, nicename }) => tagDomains.has(domain) && !noCategory.test(nicename))
    .map(({ name }) => plainOf(name))
    .filter((name) => name !== '' && !noCategory.test(name));
  return [...new Set(tags)];
}
