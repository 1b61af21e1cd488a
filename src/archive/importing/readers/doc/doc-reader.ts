import { CompoundFile } from '../compound/compound-file';
import { compoundFileError, isCompoundFile } from '../compound/compound-file-error';
import { summaryInformation } from '../compound/summary-information';
import { fileError, named, requireSize } from '../file-errors';
import { officeRelease } from '../office/office-release';
import type { GivenFile, ReadItem, Reader, ReadingOptions, ReadRelease } from '../reader';
import { fileInformation, firstVersion, type FileInformation } from './fib';
import { FormattedRuns } from './formatted-runs';
import { WordLists } from './lists';
import { OfficeArt } from './office-art';
import { Pieces } from './pieces';
import { plcOf } from './plc';
import { StyleSheet } from './style-sheet';
import { WordText, type WordParts } from './word-text';

/** In bytes; photos in print quality make a release large. */
const maxDocBytes = 300 * 1024 * 1024;
const nothing = Buffer.alloc(0);

/** Word 97 to 2003 (.doc, .dot, .wps of WPS Office); and a plain word about other compound files. */
export const docReader: Reader = {
  format: 'doc',
  recognises: (file: GivenFile) => isCompoundFile(file.bytes),
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxDocBytes);
    yield { kind: 'release', release: await named(file.name, () => readWord(file, options)) };
  },
};

async function readWord(file: GivenFile, options: ReadingOptions): Promise<ReadRelease> {
  const compound = new CompoundFile(file.bytes);
  const stream = compound.stream('WordDocument');
  if (stream === null) throw compoundFileError(file.name, file.bytes);
  const information = fileInformation(stream);
  if (information === null) throw fileError('file-damaged', file.name, 'holds no document.');
  requireReadable(file.name, information);
  const table = compound.stream(information.tableName);
  if (table === null) throw fileError('file-damaged', file.name, 'holds no document.');
  options.signal?.throwIfAborted();
  const parts = partsOf(information, stream, table, compound.stream('Data'));
  const text = new WordText(parts, () => options.onProgress?.());
  const document = text.read();
  const comments = plcOf(partOf(information, table, 'commentRefs'), 30);
  return officeRelease({
    tree: document.finished(),
    pictures: document.pictures,
    properties: summaryInformation(compound.stream('\u0005SummaryInformation')),
    remarks: [
      { code: 'changes-accepted', count: text.changes },
      { code: 'comments-left-out', count: comments.count },
      { code: 'hidden-left-out', count: text.hidden },
      { code: 'text-cut-off', count: document.isFull ? 1 : 0 },
    ],
  });
}

function requireReadable(name: string, { version, isEncrypted }: FileInformation): void {
  if (isEncrypted) {
    throw fileError(
      'file-encrypted',
      name,
      'is protected by a password. Save it without one and try again.',
    );
  }
  if (version < firstVersion) {
    throw fileError(
      'file-unsupported',
      name,
      'was written by Word 95 or an older one. Save it as .docx and try again.',
    );
  }
}

function partOf(
  information: FileInformation,
  table: Buffer,
  name: Parameters<FileInformation['place']>[0],
): Buffer {
  const { start, length } = information.place(name);
  return length === 0 ? nothing : table.subarray(start, start + length);
}

function partsOf(
  information: FileInformation,
  stream: Buffer,
  table: Buffer,
  data: Buffer | null,
): WordParts {
  const part = (name: Parameters<FileInformation['place']>[0]): Buffer =>
    partOf(information, table, name);
  const { main, footnotes, headers, macros, comments, endnotes } = information.lengths;
  const lists = information.place('lists');
  const listStart = lists.length === 0 ? table.length : lists.start;
  const endnoteStart = main + footnotes + headers + macros + comments;
  return {
    information,
    pieces: new Pieces(stream, part('pieces')),
    letters: new FormattedRuns(stream, part('characterRuns'), false),
    paragraphs: new FormattedRuns(stream, part('paragraphRuns'), true),
    styles: new StyleSheet(part('styleSheet')),
    // The levels lie behind the lists, uncounted.
    lists: new WordLists(table.subarray(listStart), part('listOverrides')),
    data,
    art: new OfficeArt(part('drawings'), stream),
    anchors: plcOf(part('shapes'), 26),
    notes: [
      { refs: plcOf(part('footnoteRefs'), 2), texts: plcOf(part('footnoteTexts'), 0), start: main },
      {
        refs: plcOf(part('endnoteRefs'), 2),
        texts: plcOf(part('endnoteTexts'), 0),
        start: endnoteStart,
      },
    ],
    textBoxes: plcOf(part('textBoxes'), 22),
    textBoxStart: endnoteStart + endnotes,
    size: stream.length + (data?.length ?? 0),
  };
}
