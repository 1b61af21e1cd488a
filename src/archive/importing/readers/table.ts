import { docReader } from './doc/doc-reader';
import { docxReader } from './docx/docx-reader';
import { emlReader } from './eml/eml-reader';
import { htmlReader } from './html/html-reader';
import { mhtmlReader } from './mhtml/mhtml-reader';
import { msgReader } from './msg/msg-reader';
import { odtReader } from './odt/odt-reader';
import { pdfReader } from './pdf/pdf-reader';
import type { Reader } from './reader';
import { rtfReader } from './rtf/rtf-reader';
import { markdownReader, textReader } from './text/text-reader';
import { wxrReader } from './wxr/wxr-reader';
import { zipReader } from './zip/zip-reader';

/** Asked in this order; the first that recognises a file reads it: from the surest sign to none. */
export const readers: readonly Reader[] = [
  pdfReader,
  docxReader,
  odtReader,
  msgReader,
  docReader,
  rtfReader,
  zipReader,
  wxrReader,
  mhtmlReader,
  emlReader,
  htmlReader,
  markdownReader,
  textReader,
];
