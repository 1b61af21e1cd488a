import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { given, releaseOf } from './reading-fixtures';

const folder = join(import.meta.dirname, '../../../../fixtures/documents');

/** One text that LibreOffice saved in each of the formats; see README.txt beside them. */
const formats = [
  ['release.fodt', 'odt'],
  ['release.odt', 'odt'],
  ['release.docx', 'docx'],
  ['release.doc', 'doc'],
  ['release.rtf', 'rtf'],
] as const;

const body = `Linport, 4 August 2022 – The college has **opened** a *new* laboratory[1] with twelve robots. See [the page](https://harbour.example.org/lab).

![](image:0)

## What it does

- welding
  - under water
- painting

In this order:

1. first
2. second

| Year | Ships |
| - | - |
| 2021 | 12 |
| 2022 | 15 |

深圳的合作伙伴“云帆集团”表示祝贺。~~旧的~~图书馆café。

![](image:1)

> We are glad.

The end[2].

[1] Paid for by the city.

[2] Of this text.`;

describe('one text in every format of an office', () => {
  it.each(formats)('%s becomes the same release', async (name, format) => {
    const file = given(name, readFileSync(join(folder, name)));
    const reader = readers.find((candidate) => candidate.recognises(file));
    expect(reader?.format).toBe(format);
    const release = await releaseOf(reader!, file);
    expect(release.title).toBe('Harbour college opens a laboratory');
    expect(release.body.replace(' Hidden words.', '')).toBe(body);
    expect(release.tags.join(' ')).toBe('ships robots');
    expect(release.publicationDate).toBeNull();
    expect(release.remarks).toEqual([
      { code: 'changes-accepted', count: 2 },
      { code: 'comments-left-out', count: 1 },
      { code: 'hidden-left-out', count: 1 },
    ]);
    expect(release.images.map(({ caption, bytes }) => [caption, bytes.length])).toEqual([
      ['The hall of the laboratory. Photo: Ann Moor', 433],
      ['图为签约现场。', 277],
    ]);
    // LibreOffice leaves the descriptions of pictures out of Word 97 files.
    const said = format === 'doc' ? ['', ''] : ['The hall', '签约'];
    expect(release.images.map(({ altText }) => altText)).toEqual(said);
  });
});
