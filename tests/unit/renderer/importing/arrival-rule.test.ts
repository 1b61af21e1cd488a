import { describe, expect, it } from 'vitest';
import { belongsToImport } from '../../../../src/renderer/src/features/importing/arrival-rule';

function arrival(...names: readonly string[]) {
  return { files: names.map((path) => ({ path, file: new File([], path) })), hasFolder: false };
}

describe('what arrives', () => {
  it('goes into the form: one text with any photos, a few texts, photos alone', () => {
    expect(belongsToImport(arrival('a.txt', '1.jpg', '2.JPG', '3.png', '4.webp', '5.tif'))).toBe(
      false,
    );
    expect(belongsToImport(arrival('1.txt', '2.txt', '3.docx', '4.md', '5.html'))).toBe(false);
    expect(belongsToImport(arrival('1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg'))).toBe(
      false,
    );
  });

  it('is imported: many texts, an archive file, an export, a folder', () => {
    expect(belongsToImport(arrival('1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt'))).toBe(
      true,
    );
    expect(belongsToImport(arrival('releases.ZIP'))).toBe(true);
    expect(belongsToImport(arrival('site.WordPress.2024-05-01.xml'))).toBe(true);
    expect(belongsToImport({ ...arrival('a.txt'), hasFolder: true })).toBe(true);
  });
});
