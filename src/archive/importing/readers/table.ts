import { docxReader } from './docx/docx-reader';
import { emlReader } from './eml/eml-reader';
import { htmlReader } from './html/html-reader';
import type { Reader } from './reader';
import { markdownReader, textReader } from './text/text-reader';

/** Asked in this order: whatever decodes as text is taken by the last one. */
export const readers: readonly Reader[] = [
  docxReader,
  emlReader,
  htmlReader,
  markdownReader,
  textReader,
];
