import { fileError, named, requireSize } from '../file-errors';
import { officeRelease } from '../office/office-release';
import type { GivenFile, ReadItem, Reader, ReadingOptions, ReadRelease } from '../reader';
import { RtfText } from './rtf-text';

/** In bytes; pictures are written in digits, which doubles them. */
const maxRtfBytes = 300 * 1024 * 1024;

/** Rich text of Word, WordPad, TextEdit and others (RTF 1.9.1). */
export const rtfReader: Reader = {
  format: 'rtf',
  recognises: ({ bytes }: GivenFile) =>
    /^(?:\xef\xbb\xbf)?\s{0,20}\{\\u?rtf/.test(
      Buffer.from(bytes.subarray(0, 40)).toString('latin1'),
    ),
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxRtfBytes);
    yield { kind: 'release', release: await named(file.name, () => readRtf(file, options)) };
  },
};

async function readRtf(file: GivenFile, options: ReadingOptions): Promise<ReadRelease> {
  const { buffer, byteOffset, byteLength } = file.bytes;
  const text = new RtfText();
  text.read(Buffer.from(buffer, byteOffset, byteLength), () => options.onProgress?.());
  options.signal?.throwIfAborted();
  const { document } = text;
  const tree = document.finished();
  if (tree.children.length === 0 && text.isCutOff) {
    throw fileError('file-damaged', file.name, "is damaged and can't be read.");
  }
  return officeRelease({
    tree,
    pictures: document.pictures,
    properties: { title: text.title, keywords: text.keywords },
    remarks: [
      { code: 'changes-accepted', count: text.changes },
      { code: 'comments-left-out', count: text.comments },
      { code: 'hidden-left-out', count: text.hidden },
      { code: 'text-cut-off', count: document.isFull || text.isCutOff ? 1 : 0 },
    ],
  });
}
