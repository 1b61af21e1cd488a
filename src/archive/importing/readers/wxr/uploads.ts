import type { GivenFile } from '../reader';
import type { WxrItem } from './wxr-item';

/** An attachment of an export: a picture, whose file is elsewhere. */
export interface Upload {
  readonly id: string;
  readonly parentId: string;
  /** Below the folder of uploads, as `2022/08/photo.jpg`. */
  readonly path: string;
  readonly caption: string;
  readonly altText: string;
}

const picture = /\.(?:jpe?g|png|gif|webp|tiff?|hei[cf]|avif|bmp)$/i;

/** Null where the item is no picture. Words are HTML as WordPress keeps them. */
export function uploadOf(item: WxrItem): Upload | null {
  if (item.type !== 'attachment') return null;
  const path = item.meta.get('_wp_attached_file') ?? '';
  const found = picture.test(path) ? path : uploadPath(item.attachmentUrl || item.guid);
  if (found === '' || !picture.test(found)) return null;
  return {
    id: item.postId,
    parentId: item.parentId,
    path: found,
    caption: item.excerpt,
    altText: item.meta.get('_wp_attachment_image_alt') ?? '',
  };
}

/** The path of a web address below the folder of uploads, or all of it; '' where it's no address. */
export function uploadPath(address: string): string {
  const path = decoded(/^(?:https?:)?\/\/[^/]+\/([^?#]*)/i.exec(address)?.[1] ?? relative(address));
  const inUploads = /(?:^|\/)(?:uploads|blogs\.dir\/\d+\/files)\/(?:sites\/\d+\/)?(.+)$/.exec(
    path,
  )?.[1];
  const name = (inUploads ?? path).replaceAll('\\', '/');
  return name.split('/').includes('..') ? '' : name.replace(/^\/+/, '');
}

function relative(address: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(address) ? '' : address.replace(/[?#].*$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path of the picture itself, without the mark of a size or of a change that WordPress made of it. */
export function originalPath(path: string): string {
  return path.replace(/(?:-\d{2,5}x\d{2,5}|-scaled|-rotated|-e\d{10,13})+(\.\w+)$/i, '$1');
}

/** Where the file of an upload may lie in a folder of uploads, the largest first. */
function placesOf(path: string): readonly string[] {
  const original = originalPath(path);
  const scaled = original.replace(/(\.\w+)$/, '-scaled$1');
  const paths = [...new Set([original, path, scaled])];
  const names = [...new Set(paths.map((one) => one.split('/').at(-1) ?? ''))];
  const inFolders = paths.flatMap((one) => [one, `uploads/${one}`, `wp-content/uploads/${one}`]);
  return [...new Set([...inFolders, ...names])].filter((place) => place !== '');
}

/** Finds the files of uploads beside an export; asks once for each that isn't there. */
export class UploadFinder {
  readonly #findBeside: (path: string) => Promise<GivenFile | null>;
  readonly #absent = new Set<string>();

  constructor(findBeside: (path: string) => Promise<GivenFile | null>) {
    this.#findBeside = findBeside;
  }

  async find(path: string): Promise<GivenFile | null> {
    const key = originalPath(path);
    if (key === '' || this.#absent.has(key)) return null;
    for (const place of placesOf(path)) {
      const file = await this.#findBeside(place);
      if (file !== null) return file;
    }
    this.#absent.add(key);
    return null;
  }
}
