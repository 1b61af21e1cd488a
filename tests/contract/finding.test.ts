import { describe, expect, it } from 'vitest';
import { everything, openClient, type Client } from '../support/contract';
import { content, pngPhoto } from '../support/samples';

async function fillArchive(client: Client): Promise<{ maravel: string }> {
  const maravel = await client.get('partner:add', {
    content: {
      name: 'Maravel Turbines',
      aliases: [{ name: '澜光科技', language: 'zh' }],
      kind: 'company',
      country: '',
      note: '',
    },
  });
  const photo = await client.get('intake:file', {
    fileName: 'a.png',
    bytes: pngPhoto(),
    encoding: null,
  });
  const photos =
    photo.kind === 'photo'
      ? [
          {
            photoId: photo.photo.id,
            caption: 'The rector cuts a blue ribbon',
            altText: '',
            creditLine: 'Piet Aarden',
          },
        ]
      : [];
  const releases = [
    content({
      headline: 'Tidal laboratory opens',
      body: 'The tank was signed over on Thursday.',
      publicationDate: '2023-03-14',
      partnerIds: [maravel.id],
      photos,
    }),
    content({
      headline: 'A scholarship for divers',
      body: 'The laboratory pays for ten divers. The agreement was signed in May.',
      publicationDate: '2021-05-02',
    }),
    content({
      headline: '学校与澜光科技签署协议',
      body: '双方将共建潮汐能实验室，开展华为5G与海洋能源研究。',
      language: 'zh',
      publicationDate: '2022-11-18',
      partnerIds: [maravel.id],
    }),
    content({ headline: 'Undated draft', body: 'To do.', status: 'draft', publicationDate: null }),
  ];
  for (const release of releases) {
    await client.get('release:file', { content: release, source: null });
  }
  return { maravel: maravel.id };
}

const headlines = async (client: Client, query: Partial<typeof everything>): Promise<string[]> =>
  (await client.get('release:find', { ...everything, ...query })).hits.map(
    (hit) => hit.release.headline,
  );

describe('finding', () => {
  it('lists by date without a text, undated ones first, and pages', async () => {
    const client = await openClient();
    await fillArchive(client);
    expect(await headlines(client, {})).toEqual([
      'Undated draft',
      'Tidal laboratory opens',
      '学校与澜光科技签署协议',
      'A scholarship for divers',
    ]);
    expect(await headlines(client, { offset: 1, limit: 2 })).toEqual([
      'Tidal laboratory opens',
      '学校与澜光科技签署协议',
    ]);
    expect((await headlines(client, { sort: 'oldest' }))[0]).toBe('A scholarship for divers');
    expect(await headlines(client, { place: 'drafts' })).toEqual(['Undated draft']);
    expect(await headlines(client, { year: 2022 })).toEqual(['学校与澜光科技签署协议']);
  });

  it('finds by headline, body, caption, credit and partner, in both languages', async () => {
    const client = await openClient();
    await fillArchive(client);
    expect(await headlines(client, { text: 'laboratory' })).toEqual([
      'Tidal laboratory opens',
      'A scholarship for divers',
    ]);
    expect(await headlines(client, { text: 'blue ribbon' })).toEqual(['Tidal laboratory opens']);
    expect(await headlines(client, { text: 'Aarden' })).toEqual(['Tidal laboratory opens']);
    expect(await headlines(client, { text: '潮汐能实验室' })).toEqual(['学校与澜光科技签署协议']);
    expect(await headlines(client, { text: '华为5G' })).toEqual(['学校与澜光科技签署协议']);
    expect(await headlines(client, { text: '澜光' })).toHaveLength(2);
    expect(await headlines(client, { text: 'signing' })).toHaveLength(2);
  });

  it('filters a search by partner, and marks what matched', async () => {
    const client = await openClient();
    const { maravel } = await fillArchive(client);
    const page = await client.get('release:find', {
      ...everything,
      text: 'laboratory',
      partnerIds: [maravel],
    });
    expect(page.total).toBe(1);
    const [hit] = page.hits;
    expect(hit?.headline.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual([
      'laboratory',
    ]);
    expect(hit?.headline.map((segment) => segment.text).join('')).toBe('Tidal laboratory opens');
    const caption = await client.get('release:find', { ...everything, text: 'ribbon' });
    expect(caption.hits[0]?.snippets[0]).toMatchObject({ field: 'caption' });
  });

  it('finds what was revised by its new words, and no longer by its old ones', async () => {
    const client = await openClient();
    const { id } = await client.get('release:file', {
      content: content({ headline: 'Walrus seen' }),
      source: null,
    });
    expect(await headlines(client, { text: 'walrus' })).toHaveLength(1);
    await client.get('release:revise', {
      id,
      basedOn: 1,
      content: content({ headline: 'Seal seen' }),
    });
    expect(await headlines(client, { text: 'walrus' })).toEqual([]);
    expect(await headlines(client, { text: 'seal' })).toEqual(['Seal seen']);
  });

  it('finds the releases of a partner by a name that it got later', async () => {
    const client = await openClient();
    const { maravel } = await fillArchive(client);
    expect(await headlines(client, { text: 'Zephyrion' })).toEqual([]);
    await client.get('partner:revise', {
      id: maravel,
      content: { name: 'Zephyrion', aliases: [], kind: 'company', country: '', note: '' },
    });
    expect(await headlines(client, { text: 'Zephyrion' })).toHaveLength(2);
  });

  it('finds everything again after closing and opening', async () => {
    const client = await openClient();
    await fillArchive(client);
    await client.archive.close();
    const { openArchive } = await import('../../src/archive/archive');
    const reopened = await openArchive(client.folder);
    const page = await reopened.search.find({ ...everything, text: '签署' });
    expect(page.hits.map((hit) => hit.release.headline)).toEqual(['学校与澜光科技签署协议']);
    await reopened.close();
  });
});

describe('partners', () => {
  it('are listed with the number of their releases and the last date', async () => {
    const client = await openClient();
    await fillArchive(client);
    expect(await client.get('partner:list', null)).toMatchObject([
      { name: 'Maravel Turbines', releaseCount: 2, lastMention: '2023-03-14' },
    ]);
  });

  it('never share a name', async () => {
    const client = await openClient();
    await fillArchive(client);
    const reply = await client.ask('partner:add', {
      content: {
        name: 'maravel TURBINES',
        aliases: [],
        kind: 'company',
        country: '',
        note: '',
      },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'partner-name-taken' } });
  });
});
