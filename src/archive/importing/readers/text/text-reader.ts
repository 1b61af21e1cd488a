import { maxTextBytes } from '../../../../shared/intake';
import { decodeText } from '../../text-encoding';
import { named, requireDecoded, requireSize } from '../file-errors';
import { localPath } from '../local-path';
import { withoutTitle } from '../markdown/without-title';
import type { GivenFile, ReadItem, Reader, ReadingOptions } from '../reader';
import { takeFrontMatter } from './front-matter';
import { markdownOfFile } from './markdown-file';
import { markdownOfText } from './plain-text';

/** Markdown, by its name or by front matter with a title. */
export const markdownReader: Reader = {
  format: 'markdown',
  recognises(file: GivenFile): boolean {
    if (/\.(?:md|markdown|mdown|mkd)$/i.test(file.name)) return !isBinary(file);
    const head = Buffer.from(file.bytes.subarray(0, 4096)).toString('latin1');
    return /^(?:\xef\xbb\xbf)?---\r?\n(?:[^\n]*\n){0,30}?title\s*:[^\n]*\n(?:[^\n]*\n){0,60}?---\r?\n/i.test(
      head,
    );
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    const decoded = textOf(file, options);
    const { fields, rest } = takeFrontMatter(decoded.text);
    const findPicture = async (source: string) => {
      const path = localPath(source);
      return path === null ? null : await options.findBeside(path);
    };
    const body = await named(file.name, () => markdownOfFile(rest, findPicture));
    const title = fields.title || body.openingHeading;
    yield {
      kind: 'release',
      release: {
        key: '',
        title,
        byline: fields.byline,
        publicationDate: fields.publicationDate,
        status: fields.isDraft ? 'draft' : 'filed',
        tags: fields.tags,
        body: withoutTitle(body.markdown, title),
        images: body.images,
        remarks: body.remarks,
        encoding: { name: decoded.encoding, sure: decoded.sure },
      },
    };
  },
};

/** Any text that no other reader takes; the last of the table. */
export const textReader: Reader = {
  format: 'text',
  recognises: (file: GivenFile) => !isBinary(file),
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    const decoded = textOf(file, options);
    yield {
      kind: 'release',
      release: {
        key: '',
        title: '',
        byline: '',
        publicationDate: null,
        status: 'filed',
        tags: [],
        body: markdownOfText(decoded.text),
        images: [],
        remarks: [],
        encoding: { name: decoded.encoding, sure: decoded.sure },
      },
    };
  },
};

function isBinary(file: GivenFile): boolean {
  const decoded = decodeText(file.bytes.subarray(0, 64 * 1024));
  return !decoded.ok && decoded.reason === 'binary';
}

function textOf(file: GivenFile, options: ReadingOptions) {
  requireSize(file.name, file.bytes.length, maxTextBytes);
  return requireDecoded(file.name, decodeText(file.bytes, options.encoding ?? undefined));
}
