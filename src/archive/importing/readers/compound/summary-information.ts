import iconv from 'iconv-lite';
import { encodingOfCodePage } from '../office/code-pages';
import type { CoreProperties } from '../office/core-properties';

const propertyTitle = 2;
const propertyKeywords = 5;
const propertyCodePage = 1;
const mostProperties = 200;
const longest = 4000;

/** Title and keywords of the stream `\x05SummaryInformation` (MS-OLEPS, 2.21); '' what isn't there. */
export function summaryInformation(stream: Buffer | null): CoreProperties {
  if (stream === null || stream.length < 48) return { title: '', keywords: '' };
  const set = stream.subarray(stream.readUInt32LE(44));
  if (set.length < 8) return { title: '', keywords: '' };
  const values = new Map<number, Buffer>();
  const count = Math.min(set.readUInt32LE(4), mostProperties);
  for (let at = 8; at + 8 <= set.length && values.size < count; at += 8) {
    values.set(set.readUInt32LE(at), set.subarray(set.readUInt32LE(at + 4)));
  }
  const pages = values.get(propertyCodePage);
  const codePage = pages === undefined || pages.length < 6 ? 1252 : pages.readUInt16LE(4);
  return {
    title: textOf(values.get(propertyTitle), codePage),
    keywords: textOf(values.get(propertyKeywords), codePage),
  };
}

function textOf(value: Buffer | undefined, codePage: number): string {
  if (value === undefined || value.length < 8) return '';
  const kind = value.readUInt16LE(0);
  const length = Math.min(value.readUInt32LE(4), longest);
  if (kind === 0x1f) return untilZero(value.toString('utf16le', 8, 8 + length * 2));
  if (kind !== 0x1e) return '';
  const bytes = value.subarray(8, 8 + length);
  const encoding = encodingOfCodePage(codePage);
  return encoding === null ? '' : untilZero(iconv.decode(bytes, encoding));
}

function untilZero(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}
