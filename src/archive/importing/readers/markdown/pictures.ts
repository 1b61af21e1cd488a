import type { Element, Root } from 'hast';
import type { PhotoFormat } from '../../../../shared/photo';
import { inspectPhoto } from '../../../photos/photo-inspection';
import type { GivenFile } from '../reader';
import { attribute, elementsOf, isElement } from './hast';

/** A picture of a tree, with the images that show it. */
interface FoundPicture {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly shownBy: Element[];
}

interface FoundPictures {
  readonly pictures: readonly FoundPicture[];
  /** Images whose file isn't there, such as a web address; nothing is fetched. */
  readonly missing: number;
  /** Images whose bytes are no photo that the archive keeps. */
  readonly unreadable: number;
}

/** The bytes behind a `src`, or null where they aren't at hand. */
export type FindPicture = (source: string) => Promise<GivenFile | null>;

const maxPictures = 2000;
const maxBytes = 400 * 1024 * 1024;
/** Counters of readers, and the blanks that lazy pages show first. */
const smallestSide = 3;

/** Looks for the file of every image, in the order of the text; the same file counts once. */
export async function findPictures(tree: Root, find: FindPicture): Promise<FoundPictures> {
  const pictures: FoundPicture[] = [];
  const bySource = new Map<string, FoundPicture>();
  let [missing, unreadable, bytes] = [0, 0, 0];
  for (const image of [...elementsOf(tree)]) {
    if (image.tagName !== 'img' || isCounter(image)) continue;
    const sources = sourcesOf(image);
    const known = sources.map((source) => bySource.get(source)).find(Boolean);
    if (known !== undefined) {
      known.shownBy.push(image);
      continue;
    }
    const found = await firstFound(sources, find);
    if (found === 'blank') continue;
    if (found === 'missing') missing++;
    else if (found === 'unreadable') unreadable++;
    else if (pictures.length >= maxPictures || bytes + found.file.bytes.length > maxBytes) {
      unreadable++;
    } else {
      bytes += found.file.bytes.length;
      const { format } = found;
      const fileName = nameOf(found.file.name, format, pictures.length);
      const picture = { fileName, bytes: found.file.bytes, shownBy: [image] };
      pictures.push(picture);
      bySource.set(found.source, picture);
    }
  }
  return { pictures, missing, unreadable };
}

type Found =
  | { readonly source: string; readonly file: GivenFile; readonly format: PhotoFormat }
  | 'missing'
  | 'unreadable'
  | 'blank';

async function firstFound(sources: readonly string[], find: FindPicture): Promise<Found> {
  let outcome: Found = 'blank';
  for (const source of sources) {
    const file = source.startsWith('data:') ? fileOfData(source) : await find(source);
    if (file === null) {
      if (outcome === 'blank') outcome = 'missing';
      continue;
    }
    const photo = inspectPhoto(file.bytes);
    if (photo === null) {
      // A drawing in the address is a stand-in, or an icon.
      if (!/^data:image\/svg/i.test(source)) outcome = 'unreadable';
    } else if (Math.min(photo.width, photo.height) >= smallestSide) {
      return { source, file, format: photo.format };
    } else if (!source.startsWith('data:') && sources.length === 1) {
      return { source, file, format: photo.format };
    }
  }
  return outcome;
}

function isCounter(image: Element): boolean {
  return ['width', 'height'].some((side) => {
    const value = attribute(image, side);
    return value !== '' && Number(value) < smallestSide;
  });
}

/** Where the image may come from: what a lazy page names first, then what the browser showed. */
function sourcesOf(image: Element): string[] {
  const lazy = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOrigFile'];
  const sources = ['src', ...lazy].map((name) => attribute(image, name));
  const sets = [attribute(image, 'srcSet'), attribute(image, 'dataSrcset')];
  for (const set of sets) {
    for (const part of set.split(/,\s+/)) sources.push(part.trim().split(/\s/)[0] ?? '');
  }
  const isUsable = (source: string) =>
    source !== '' && !/^(?:javascript|about|blob):/i.test(source);
  return [...new Set(sources.map((source) => source.trim()).filter(isUsable))];
}

/** The bytes of a `data:` address (RFC 2397). */
export function fileOfData(address: string): GivenFile | null {
  const comma = address.indexOf(',');
  if (comma === -1 || comma > 500) return null;
  const data = address.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(address.slice(0, comma))) {
    const bytes = Buffer.from(data.includes('%') ? decoded(data) : data, 'base64');
    return bytes.length === 0 ? null : { name: '', bytes };
  }
  return { name: '', bytes: new TextEncoder().encode(decoded(data)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name that people can use, with the ending of what the bytes are. */
export function nameOf(name: string, format: PhotoFormat, index: number): string {
  const last = (name.split(/[?#]/)[0] ?? '').split(/[\\/]/).at(-1) ?? '';
  const base = last

    .replaceAll(/[\u0000-\u001f<>:"|*]/g, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
    .slice(0, 120);
  return `${base === '' ? `picture-${index + 1}` : base}.${format}`;
}

/** The images of `picture` elements, each in place of what wraps it. */
export function unwrapPictures(tree: Root): void {
  for (const element of elementsOf(tree)) {
    if (element.tagName !== 'picture') continue;
    const image = element.children.find((child) => isElement(child, 'img'));
    if (image === undefined) continue;
    element.tagName = 'span';
    element.children = [image];
  }
}
