import { ArchiveError } from '../../../errors';
import { requireGoingOn } from '../cancelled';
import type { GivenFile, Reader, ReadingOptions, ReadItem, ReadRemark } from '../reader';
import { beginningOf, textPieces } from './export-text';
import { releaseOf, statusOf, UploadTable, type ExportContext } from './post-release';
import { UploadFinder, uploadOf } from './uploads';
import type { WxrItem } from './wxr-item';
import { WxrParser, type WxrListener } from './wxr-parser';

/**
 * WXR 1.0 to 1.2, the export of WordPress. Posts become releases; pages are counted. The pictures are
 * not in the file: they're looked for beside it. Throws `file-unsupported`, `file-damaged`; an export
 * that was cut off gives what was whole.
 */
export const wxrReader: Reader = {
  format: 'wxr',
  holdsOthers: true,
  recognises: ({ bytes }) => isExport(bytes),
  read,
};

/** An export has long comments at its head. */
const headBytes = 64 * 1024;

function isExport(bytes: Uint8Array): boolean {
  const head = beginningOf(bytes, headBytes);
  if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml|rss|!--|!DOCTYPE)/i.test(head))
    return false;
  return /<rss\b/.test(head) && /wordpress\.org\/export\/|<wp:wxr_version\b/.test(head);
}

/** Posts, and the types of their own that sites make for what they tell the press. */
const releaseType =
  /^post$|(?:^|[_-])(?:press|news|newsroom|releases?|announcements?|statements?)(?:$|[_-])/i;

async function* read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
  const survey = await surveyOf(file, options);
  const context: ExportContext = {
    authors: survey.authors,
    uploads: survey.uploads,
    finder: new UploadFinder(options.findBeside),
  };
  const keys = new Set<string>();
  for (const item of posts(file, options)) {
    requireGoingOn(options.signal);
    options.onProgress?.();
    const status = statusOf(item);
    if (status === null) continue;
    const key = uniqueKey(item, keys);
    try {
      yield { kind: 'release', release: await releaseOf(item, status, key, context) };
    } catch (cause) {
      if (cause instanceof ArchiveError) throw cause;
      yield { kind: 'failed', name: item.title || item.link, error: unreadablePost(item, cause) };
    }
  }
  for (const remark of survey.remarks) yield { kind: 'remark', remark };
  if (survey.fault !== null) yield { kind: 'failed', name: file.name, error: survey.fault };
}

function uniqueKey(item: WxrItem, keys: Set<string>): string {
  const stable = item.guid || item.link || item.postId;
  const key = stable === '' || keys.has(stable) ? `${stable}#${item.postId}` : stable;
  keys.add(key);
  return key;
}

interface Survey {
  readonly authors: ReadonlyMap<string, string>;
  readonly uploads: UploadTable;
  readonly remarks: readonly ReadRemark[];
  /** Why the export ends before its end, or null. */
  readonly fault: ArchiveError | null;
}

const quiet: WxrListener = {
  onVersion: () => undefined,
  onAuthor: () => undefined,
  onItem: () => undefined,
  onDoctype: () => undefined,
};

/** What must be known before the first post: pictures and authors may come behind it. */
async function surveyOf(file: GivenFile, options: ReadingOptions): Promise<Survey> {
  const authors = new Map<string, string>();
  const uploads = new UploadTable();
  let [items, pages, left] = [0, 0, 0];
  let version = '';
  const parser = new WxrParser({
    onVersion: (text) => {
      version = text;
    },
    onAuthor: (login, name) => authors.set(login, name || login),
    onDoctype: () => {
      throw declaresType(file.name);
    },
    onItem: (item) => {
      items++;
      const upload = uploadOf(item);
      if (upload !== null) uploads.add(upload);
      if (item.type === 'page') pages++;
      if (releaseType.test(item.type) && statusOf(item) === null) left++;
    },
  });
  let fault: ArchiveError | null = null;
  try {
    for (const piece of textPieces(file.bytes, options.encoding)) {
      requireGoingOn(options.signal);
      options.onProgress?.();
      parser.write(piece);
      // So that a thread hears that it shall stop.
      await new Promise(setImmediate);
    }
    parser.end();
  } catch (thrown) {
    if (thrown instanceof ArchiveError) throw thrown;
    fault = damaged(file.name, items, thrown);
  }
  if (items === 0 && fault !== null) throw fault;
  if (version === '') throw noVersion(file.name);
  if (items === 0) throw noPosts(file.name);
  const counts: readonly ReadRemark[] = [
    { code: 'pages-left-out', count: pages },
    { code: 'deleted-left-out', count: left },
  ];
  return { authors, uploads, remarks: counts.filter(({ count }) => count > 0), fault };
}

/** The posts that are whole, one after the other. */
function* posts(file: GivenFile, options: ReadingOptions): Generator<WxrItem> {
  let waiting: WxrItem[] = [];
  const parser = new WxrParser({
    ...quiet,
    onItem: (item) => {
      if (releaseType.test(item.type)) waiting.push(item);
    },
  });
  for (const piece of textPieces(file.bytes, options.encoding)) {
    let isBroken = false;
    try {
      parser.write(piece);
    } catch {
      // Told at the end, by what the first look found.
      isBroken = true;
    }
    const whole = waiting;
    waiting = [];
    yield* whole;
    if (isBroken) return;
  }
}

function declaresType(fileName: string): ArchiveError {
  return new ArchiveError(
    'file-unsupported',
    `${fileName} declares a document type or entities, as no WordPress export does; it isn't read.`,
    { fileName },
  );
}

function noVersion(fileName: string): ArchiveError {
  return new ArchiveError(
    'file-unsupported',
    `${fileName} is no WordPress export: it doesn't name the version of its format.`,
    { fileName },
  );
}

function noPosts(fileName: string): ArchiveError {
  return new ArchiveError('file-empty', `${fileName} is a WordPress export without any entries.`, {
    fileName,
  });
}

function damaged(fileName: string, items: number, cause: unknown): ArchiveError {
  return new ArchiveError(
    'file-damaged',
    items === 0
      ? `${fileName} is damaged or was cut off before its first entry.`
      : `${fileName} is damaged or was cut off after ${items} entries; what comes behind them is missing.`,
    { fileName, count: items },
    { cause },
  );
}

function unreadablePost(item: WxrItem, cause: unknown): ArchiveError {
  const fileName = item.title || item.link;
  return new ArchiveError(
    'file-unreadable',
    `The post “${fileName}” can't be read.`,
    { fileName },
    { cause },
  );
}
