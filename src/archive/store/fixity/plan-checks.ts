import type { VerifyProblem } from '../../../shared/press-pack';
import { readJournal } from '../journal-reader';
import type { Layout } from '../layout';
import { parseShardName } from '../shard-places';
import type { Tables } from '../tables';
import { photoIdOf, stagedPhotos } from '../staged-photos';
import { problemOf, type Check } from './check';
import { checkBody } from './check-body';
import { checkHistory } from './check-history';
import { checkJournal } from './check-journal';
import { checkOriginal } from './check-original';
import { checkJson, checkTable } from './check-table';
import { kindOfFile, mayHoldFiles, monthOfBody, type ArchiveFileKind } from './file-kind';
import { filesBelow } from './files-below';
import { journalledTables } from './journalled-tables';

export interface Plan {
  readonly checks: readonly Check[];
  /** Files that are there and should not be, and revisions that should be and are not. */
  readonly misplaced: readonly VerifyProblem[];
}

/** What has to be checked of an archive that has these tables; `isOpen`: for writing, in this process. */
export async function planChecks(layout: Layout, tables: Tables, isOpen: boolean): Promise<Plan> {
  const { records } = await readJournal(layout.journalFolder, layout.files).catch(() => ({
    // That it can't be read is told by its own check.
    records: [],
  }));
  const isJournalled = journalledTables(records);
  const found = await filesByKind(layout);
  const bodiesIn = new Map<string, number>();
  for (const path of found('body')) {
    bodiesIn.set(monthOfBody(path), (bodiesIn.get(monthOfBody(path)) ?? 0) + 1);
  }
  // A restored or exported archive has no copies until it is first opened for writing.
  const hasCopies = isOpen || found('copy').length > 0;
  const tableNames = new Set([
    ...found('table'),
    ...found('copy').map((path) => path.slice('copies/'.length)),
    ...namesOfTables(layout, tables),
    ...[...bodiesIn.keys()].map((month) => layout.nameOf(layout.shardFile(month, 1))),
  ]);
  const lostMonths = new Set<string>();
  const checks: Check[] = [];
  for (const name of tableNames) {
    const month = /^releases\/([^.]+)\.json$/.exec(name)?.[1] ?? '';
    const hasBodies = bodiesIn.has(month);
    if (hasBodies && !found.has(name)) lostMonths.add(month);
    checks.push(
      checkTable(layout, {
        name,
        hasCopy: hasCopies,
        isJournalled: isJournalled(name),
        ifLost: hasBodies
          ? `It has what is known of the releases whose texts are in releases/${month}; the texts are there.`
          : undefined,
      }),
    );
  }
  checks.push(...found('checked-json').map((name) => checkJson(layout, name)));
  const segments = found('journal').length;
  if (segments > 0) checks.push(checkJournal(layout, segments));
  const originals = originalChecks(layout, tables);
  const { bodies, places } = bodyChecks(layout, tables);
  checks.push(...bodies, ...originals);
  const current = new Set([...originals.map(({ path }) => path), ...places]);
  const earlier = earlierSources(layout, found('original'), current);
  checks.push(...earlier);
  const known = new Set([...current, ...earlier.map(({ path }) => path)]);
  const unknown = [
    ...found('unknown'),
    ...found('original').filter((path) => !known.has(path)),
    // Those whose shard is lost do belong here; the loss of the shard is what has to be told.
    ...found('body').filter((path) => !known.has(path) && !lostMonths.has(monthOfBody(path))),
  ];
  const staged = new Set(await stagedPhotos(layout));
  const history = checkHistory(layout, tables, found('checked-json'));
  return {
    checks,
    misplaced: [
      ...[...unknown, ...history.unknown].map((path) =>
        problemOf(staged.has(photoIdOf(path)) ? 'unfiled' : 'unknown', path),
      ),
      ...history.missing.map((path) => problemOf('missing', path)),
    ],
  };
}

interface FoundFiles {
  (kind: ArchiveFileKind): readonly string[];
  has(path: string): boolean;
}

async function filesByKind(layout: Layout): Promise<FoundFiles> {
  const byKind = new Map<ArchiveFileKind, string[]>();
  const paths = await filesBelow(layout.folder, mayHoldFiles);
  for (const path of paths) {
    const kind = kindOfFile(path);
    const list = byKind.get(kind);
    if (list === undefined) byKind.set(kind, [path]);
    else list.push(path);
  }
  const all = new Set(paths);
  return Object.assign((kind: ArchiveFileKind) => byKind.get(kind) ?? [], {
    has: (path: string) => all.has(path),
  });
}

/** Table files that these tables come from, or go to. */
function namesOfTables(layout: Layout, tables: Tables): readonly string[] {
  const paths = [layout.archiveFile];
  if (tables.partners.size > 0) paths.push(layout.partnersFile);
  if (tables.packs.size > 0) paths.push(layout.packsFile);
  for (const name of tables.shardNames()) {
    const { month, part } = parseShardName(name);
    paths.push(layout.shardFile(month, part));
  }
  for (const [prefix, ids] of tables.photoIndexes) {
    if (ids.size > 0) paths.push(layout.photoIndexFile(prefix));
  }
  return paths.map((path) => layout.nameOf(path));
}

function originalChecks(layout: Layout, tables: Tables): readonly Check[] {
  const checks = new Map<string, Check>();
  const add = (path: string, sha256: string): void => {
    if (!checks.has(path)) checks.set(path, checkOriginal(layout, path, sha256));
  };
  for (const { source } of tables.releases.values()) {
    if (source !== null) add(layout.sourceFile(source.sha256), source.sha256);
  }
  for (const photo of tables.photos.values()) add(layout.photoFile(photo), photo.id);
  return [...checks.values()];
}

/** A correction may come out of a file of its own; the one of before belongs to its earlier revision. */
function earlierSources(
  layout: Layout,
  originals: readonly string[],
  known: ReadonlySet<string>,
): readonly Check[] {
  return originals
    .filter((path) => !known.has(path))
    .flatMap((path) => {
      const [, sha256 = null] = /^sources\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(path) ?? [];
      return sha256 === null ? [] : checkOriginal(layout, layout.sourceFile(sha256), sha256);
    });
}

function bodyChecks(
  layout: Layout,
  tables: Tables,
): { readonly bodies: readonly Check[]; readonly places: readonly string[] } {
  const bodies: Check[] = [];
  const places: string[] = [];
  for (const { id, bodySha256 } of tables.releases.values()) {
    const months = [tables.monthOfRelease(id) ?? '', ...(tables.leftBodies.get(id) ?? [])];
    const paths = months.map((month) => layout.bodyFile(month, id));
    places.push(...paths.map((path) => layout.nameOf(path)));
    // Its text is in the journal, which has a check of its own; the file comes later.
    if (!tables.unsavedBodies.has(id)) bodies.push(checkBody(layout, paths, bodySha256));
  }
  return { bodies, places };
}
