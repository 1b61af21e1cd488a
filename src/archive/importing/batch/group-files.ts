import { basename, dirname, extname } from 'node:path';

/** A text and the photos that go with it, in order. */
interface ReleaseFiles {
  readonly text: string;
  readonly photos: readonly string[];
}

interface GroupedFiles {
  readonly releases: readonly ReleaseFiles[];
  /** Photos that go with no text. */
  readonly loose: readonly string[];
}

/**
 * Which photo goes with which text. A photo that lies beside a text and is named after it
 * (release.txt, release-1.jpg) goes with that one, the longest such name first. Where there is only
 * one text, in all or in the photo's folder, the other photos go with it too.
 */
export function groupFiles(texts: readonly string[], photos: readonly string[]): GroupedFiles {
  const photosOf = new Map(texts.map((text) => [text, [] as string[]]));
  const loose: string[] = [];
  const onlyText = texts.length === 1 ? texts[0] : undefined;
  const inFolder = new Map<string, string[]>();
  for (const text of texts) {
    const folder = inFolder.get(dirname(text));
    if (folder === undefined) inFolder.set(dirname(text), [text]);
    else folder.push(text);
  }
  for (const photo of photos) {
    const beside = inFolder.get(dirname(photo)) ?? [];
    const onlyHere = beside.length === 1 ? beside[0] : undefined;
    const text = namesake(photo, beside) ?? onlyHere ?? onlyText;
    const group = text === undefined ? undefined : photosOf.get(text);
    (group ?? loose).push(photo);
  }
  return {
    releases: [...photosOf].map(([text, ofText]) => ({ text, photos: ofText })),
    loose,
  };
}

function namesake(photo: string, texts: readonly string[]): string | undefined {
  return texts
    .filter((text) => isNamedAfter(stem(photo), stem(text)))
    .sort((a, b) => stem(b).length - stem(a).length)[0];
}

/** "release-1" and "release1" after "release", but neither "releases" nor "release-20" after "release-2". */
function isNamedAfter(photo: string, text: string): boolean {
  if (!photo.startsWith(text)) return false;
  const [next = ''] = photo.slice(text.length);
  return /\p{Nd}$/u.test(text) ? !/[\p{L}\p{N}]/u.test(next) : !/\p{L}/u.test(next);
}

function stem(path: string): string {
  return basename(path, extname(path)).normalize('NFC').toLowerCase();
}

/** Paths of one folder each. */
export function byFolder(paths: readonly string[]): readonly (readonly string[])[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = folders.get(dirname(path));
    if (folder === undefined) folders.set(dirname(path), [path]);
    else folder.push(path);
  }
  return [...folders.values()];
}
