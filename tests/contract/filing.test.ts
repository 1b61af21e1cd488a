import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { maxTextBytes } from '../../src/shared/intake';
import { draftFromParsed } from '../../src/shared/release-draft';
import { asPhoto, asRelease, everything, openClient, type Client } from '../support/contract';
import { chineseRelease, content, englishRelease, pngPhoto } from '../support/samples';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function takeIn(
  client: Client,
  fileName: string,
  bytes: Uint8Array,
  encoding: string | null = null,
) {
  return client.get('intake:file', { fileName, bytes, encoding });
}

describe('filing', () => {
  it('turns a release file into a draft, and the draft with its photos into a record', async () => {
    const client = await openClient();
    const intake = asRelease(await takeIn(client, 'tank.txt', bytesOf(englishRelease)));
    const photos = [
      asPhoto(await takeIn(client, 'tank-1.png', pngPhoto([10, 20, 30]))),
      asPhoto(await takeIn(client, 'tank-2.png', pngPhoto([90, 20, 30]))),
    ];
    const draft = draftFromParsed(intake.parsed, photos);
    expect(draft).toMatchObject({
      language: 'en',
      headline: 'Northquay Polytechnic Opens a Tidal Energy Laboratory with Maravel Turbines',
      publicationDate: '2023-03-14',
      eventDate: '2023-03-09',
      textCredit: { name: 'Lena Holm', organisation: 'Office of Research' },
      photoCredit: { name: 'Piet Aarden', organisation: 'Department of Publicity' },
    });
    expect(draft.photos.map((use) => use.caption)).toEqual([
      'The rector opens the test tank',
      'Students measure the first wave',
    ]);
    const filed = await client.get('release:file', { content: draft, source: intake.source });
    const { release } = await client.get('release:read', { id: filed.id });
    expect(release).toEqual(filed);
    expect(release.source).toMatchObject({ fileName: 'tank.txt', encoding: 'utf-8' });
    const source = join(
      client.folder,
      'sources',
      intake.source.sha256.slice(0, 2),
      intake.source.sha256,
    );
    expect(await readFile(source, 'utf8')).toBe(englishRelease);
    for (const photo of photos) {
      const original = join(client.folder, 'photos', photo.id.slice(0, 2), `${photo.id}.png`);
      expect((await readFile(original)).length).toBe(photo.bytes);
    }
    expect(await readdir(join(client.folder, 'cache', 'staged'))).not.toContain(photos[0]!.id);
  });

  it('says that a text is here already', async () => {
    const client = await openClient();
    const first = asRelease(await client.get('intake:text', { text: chineseRelease }));
    expect(first.likenesses).toEqual([]);
    const filed = await client.get('release:file', {
      content: draftFromParsed(first.parsed),
      source: first.source,
    });
    const second = asRelease(await client.get('intake:text', { text: chineseRelease }));
    expect(second.likenesses).toMatchObject([
      { id: filed.id, headline: filed.headline, kind: 'same-file' },
    ]);
  });

  it('keeps a caption without a photo in the body, where it stood', async () => {
    const client = await openClient();
    const { parsed } = asRelease(await client.get('intake:text', { text: englishRelease }));
    const body = draftFromParsed(parsed).body.split('\n\n');
    expect(body[0]).toBe('*The rector opens the test tank*');
    expect(body[2]).toBe('*Students measure the first wave*');
  });

  it('knows a photo by its content, whatever it is called, and keeps one original', async () => {
    const client = await openClient();
    const first = asPhoto(await takeIn(client, 'a.png', pngPhoto()));
    const second = asPhoto(await takeIn(client, 'b.jpg', pngPhoto()));
    expect(second.id).toBe(first.id);
    const use = { photoId: first.id, caption: 'c', altText: '', creditLine: '' };
    await client.get('release:file', { content: content({ photos: [use] }), source: null });
    await client.get('release:file', { content: content({ photos: [use] }), source: null });
    expect(client.archive.info().counts).toMatchObject({ releases: 2, photos: 1 });
  });

  it('proposes known partners with their id and tags them', async () => {
    const client = await openClient();
    const partner = await client.get('partner:add', {
      content: {
        name: '澜光科技有限公司',
        aliases: [{ name: '澜光科技', language: 'zh' }],
        kind: 'company',
        country: 'CN',
        note: '',
      },
    });
    const { parsed } = asRelease(await client.get('intake:text', { text: chineseRelease }));
    expect(parsed.partners[0]).toMatchObject({ partnerId: partner.id, inHeadline: true });
    expect(draftFromParsed(parsed).partnerIds).toEqual([partner.id]);
  });
});

describe('bad input', () => {
  const jpegName = 'holiday.jpg';
  it.each([
    ['an empty file', 'empty.txt', new Uint8Array(), 'file-empty'],
    ['a file of blanks', 'blank.txt', bytesOf(' \n\t\r\n '), 'file-empty'],
    ['a binary named .txt', 'program.txt', randomBytes(), 'file-binary'],
    ['a PDF that is cut off', 'release.pdf', bytesOf('%PDF-1.7 …'), 'file-damaged'],
    ['rich text without words', 'release.txt', bytesOf('{\\rtf1 }'), 'file-empty'],
    ['a text of 100 MB', 'huge.txt', new Uint8Array(100 * 1024 * 1024).fill(97), 'file-too-large'],
    ['a photo that is a text', jpegName, bytesOf('This is no photo.'), 'photo-invalid'],
    ['a photo that is empty', jpegName, new Uint8Array(), 'file-empty'],
    ['a photo of random bytes', jpegName, randomBytes(), 'photo-invalid'],
  ])(
    '%s gets one plain sentence that names it, and leaves nothing',
    async (_w, name, bytes, code) => {
      const client = await openClient();
      const reply = await client.ask('intake:file', { fileName: name, bytes, encoding: null });
      expect(reply).toMatchObject({ ok: false, error: { code } });
      if (reply.ok) return;
      expect(reply.error.message).toContain(name);
      expect(reply.error.message).toMatch(/^[^\n]+\.$/);
      expect(client.archive.info().counts).toMatchObject({ releases: 0, photos: 0 });
      expect((await client.get('release:find', everything)).total).toBe(0);
    },
  );

  it('reads GBK text as what it is, and says so', async () => {
    const client = await openClient();
    const bytes = iconv.encode(chineseRelease, 'gbk');
    const { parsed, source } = asRelease(await takeIn(client, 'gbk.txt', bytes));
    expect(parsed.text).toBe(chineseRelease.trim());
    expect(source.encoding.toLowerCase()).toMatch(/gb/);
    expect(parsed.headline?.value).toBe('北码头理工学院与澜光科技签署战略合作协议');
  });

  it('reads a text again with the encoding that a person names', async () => {
    const client = await openClient();
    const bytes = iconv.encode(
      'Café öffnet\n\nEin Text über die Eröffnung des Cafés.\n',
      'win1252',
    );
    const { parsed } = asRelease(await takeIn(client, 'cafe.txt', bytes, 'windows-1252'));
    expect(parsed.headline?.value).toBe('Café öffnet');
  });

  it('takes a path in a file name for a name only', async () => {
    const client = await openClient();
    const { source } = asRelease(
      await takeIn(client, '../../../etc/passwd.txt', bytesOf(englishRelease)),
    );
    expect(source.fileName).toBe('passwd.txt');
  });

  it('files nothing when a photo of the release is no longer there', async () => {
    const client = await openClient();
    const use = { photoId: 'a'.repeat(64), caption: '', altText: '', creditLine: '' };
    const reply = await client.ask('release:file', {
      content: content({ photos: [use] }),
      source: null,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'photo-missing' } });
    expect(client.archive.info().counts.releases).toBe(0);
  });

  it('files nothing without a headline or with a partner that is gone', async () => {
    const client = await openClient();
    for (const [bad, code] of [
      [content({ headline: '  ' }), 'release-incomplete'],
      [content({ partnerIds: ['0199a5a0-0000-7000-8000-000000000000'] }), 'partner-not-found'],
    ] as const) {
      const reply = await client.ask('release:file', { content: bad, source: null });
      expect(reply).toMatchObject({ ok: false, error: { code } });
    }
    expect(client.archive.info().counts.releases).toBe(0);
  });

  it('accepts a text right up to the limit', async () => {
    const client = await openClient();
    const paragraph = `${'The tide came in. '.repeat(60)}\n\n`;
    const text = `A long book\n\n${paragraph.repeat(Math.floor(maxTextBytes / paragraph.length) - 1)}`;
    const { parsed } = asRelease(await takeIn(client, 'book.txt', bytesOf(text)));
    expect(parsed.headline?.value).toBe('A long book');
  });
});

/** The same bytes in every run; the NUL among them is what makes a binary. */
function randomBytes(): Uint8Array {
  let seed = 7;
  return Uint8Array.from({ length: 5_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (seed >> 16) & 0xff;
  });
}
