import type { GivenFile, ReadItem, Reader, ReadingOptions } from '../reader';
import { named, requireSize } from '../file-errors';
import { localPath } from '../local-path';
import { decodeHtml } from './decode-html';
import { readPage } from './read-page';

/** In bytes; pages that were saved into one file carry their pictures. */
const maxHtmlBytes = 64 * 1024 * 1024;

const opening =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|h[1-6]|p|table|center|font|span|link|style|script)(?=[\s>/])/i;

/** Saved web pages and HTML of other programs. */
export const htmlReader: Reader = {
  format: 'html',
  recognises(file: GivenFile): boolean {
    const head = Buffer.from(file.bytes.subarray(0, 8192));
    // Bytes of UTF-16 show their letters between zeros.
    const text = head
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
    if (opening.test(text)) return true;
    return /\.x?html?$/i.test(file.name) && /<[a-z!][^<>]{0,2000}>/i.test(text);
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxHtmlBytes);
    const decoded = decodeHtml(file.name, file.bytes, options.encoding);
    const findPicture = async (source: string) => {
      const path = localPath(source);
      return path === null ? null : await options.findBeside(path);
    };
    const read = await named(file.name, () =>
      readPage(decoded.text, { findPicture, address: null, signal: options.signal }),
    );
    yield {
      kind: 'release',
      release: { ...read, encoding: { name: decoded.encoding, sure: decoded.sure } },
    };
  },
};
