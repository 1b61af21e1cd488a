import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package that the program is built with, as its own files name its licence. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, mostly an SPDX expression. */
  readonly licence: string;
  /** Its licence and notice files, whole. */
  readonly texts: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly author?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const noticeName = /^(licen[cs]es?|notices?|copying|copyright|third[-_]party)/i;

/**
 * Every package that `project` depends on when it runs, with those that they depend on, and Electron, sorted by
 * name. Read from what is installed.
 */
export function thirdPartyNotices(project: string): readonly Notice[] {
  const found = new Map<string, Notice>();
  const take = (folder: string): PackageFile => {
    const file = packageIn(folder);
    const { name, version } = file;
    found.set(folder, { name, version, licence: licenceOf(file), texts: textsIn(folder, file) });
    return file;
  };
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (folder === null || found.has(folder)) return;
    const { dependencies = {} } = take(folder);
    for (const needed of Object.keys(dependencies)) visit(needed, folder);
  };
  for (const name of Object.keys(packageIn(project).dependencies ?? {})) visit(name, project);
  // What it runs in; its own dependencies only fetch its binary.
  const electron = folderOf('electron', project);
  if (electron !== null) take(electron);
  return [...found.values()].sort(
    (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)) || (a.version < b.version ? -1 : 1),
  );
}

/** The same as one text for whoever has only the built program's files. */
export function noticesText(notices: readonly Notice[]): string {
  const rule = '-'.repeat(80);
  const parts = notices.map(({ name, version, licence, texts }) =>
    [rule, `${name} ${version}`, `Licence: ${licence}`, ...texts].join('\n\n'),
  );
  return `Press Archive is built with the packages below. Their licences ask that these notices go with them.\n\n${parts.join('\n\n')}\n`;
}

/** Where `require` would find it, looking from a package outwards. */
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
    if (dirname(folder) === folder) return null;
  }
}

function packageIn(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

function licenceOf({ license }: PackageFile): string {
  if (typeof license === 'string') return license;
  const type = (license as { readonly type?: unknown } | undefined)?.type;
  return typeof type === 'string' ? type : 'see its text';
}

/**
 * Its notices, and those that stand beside a part of it. Each text once; a package without any names at
 * least its author.
 */
function textsIn(folder: string, { author }: PackageFile): readonly string[] {
  const texts = new Set<string>();
  const take = (place: string, isNotice: boolean, depth: number): void => {
    for (const name of readdirSync(place).sort()) {
      const path = join(place, name);
      const isOne = isNotice || noticeName.test(name);
      if (statSync(path).isDirectory()) {
        if (depth === 0 && name !== 'node_modules') take(path, isOne, 1);
      } else if (isOne && !/\.(c?js|mjs|ts|map|json)$/.test(name)) {
        texts.add(readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim());
      }
    }
  };
  take(folder, false, 0);
  if (texts.size > 0) return [...texts];
  const name =
    typeof author === 'string' ? author : (author as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? [`Copyright ${name}`] : [];
}
