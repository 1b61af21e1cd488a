import { getFileNameLowLevel, type Entry } from 'yauzl';

const utf8Flag = 0x800;

/**
 * The name of a ZIP entry. Without the flag for UTF-8 (APPNOTE 6.3, bit 11) it should be in code
 * page 437, yet macOS writes UTF-8 and Chinese Windows GB18030 there, so these are tried first.
 */
export function decodeEntryName(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  if ((flags & utf8Flag) === 0) {
    for (const encoding of ['utf-8', 'gb18030']) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(raw);
      } catch {
        // Not this encoding; the next one.
      }
    }
  }
  return getFileNameLowLevel(flags, raw, extraFields, true);
}
