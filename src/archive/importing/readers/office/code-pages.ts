import iconv from 'iconv-lite';

/** The name of a Windows code page as the decoder knows it; null where it doesn't. */
export function encodingOfCodePage(codePage: number): string | null {
  switch (codePage) {
    case 65001:
      return 'utf-8';
    case 1200:
      return 'utf-16le';
    case 10000:
      return 'macroman';
    case 936:
    case 54936:
      // Simplified Chinese of any time.
      return 'gb18030';
    case 20127:
      return 'latin1';
    default:
      return iconv.encodingExists(`cp${codePage}`) ? `cp${codePage}` : null;
  }
}
