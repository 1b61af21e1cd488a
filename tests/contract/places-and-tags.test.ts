import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import { everything, openClient, type Client } from '../support/contract';
import { content } from '../support/samples';

async function fill(client: Client): Promise<void> {
  const releases = [
    content({ headline: 'Tidal tank opens', tags: ['energy', 'campus'] }),
    content({ headline: 'Undated tidal report', tags: ['energy'], publicationDate: null }),
    content({
      headline: 'Undated draft',
      tags: ['Energy'],
      status: 'draft',
      publicationDate: null,
    }),
    content({ headline: 'Choir sings', tags: ['campus'], publicationDate: '2021-06-01' }),
  ];
  for (const release of releases) {
    await client.get('release:file', { content: release, source: null });
  }
}

async function headlines(
  client: Pick<Client, 'get'>,
  query: Partial<typeof everything>,
): Promise<readonly string[]> {
  const { hits } = await client.get('release:find', { ...everything, ...query });
  return hits.map(({ release }) => release.headline).sort();
}

describe('the place of what needs a look', () => {
  it('lists filed releases that lack something, with words and without', async () => {
    const client = await openClient();
    await fill(client);
    expect(client.archive.info().counts.needsLook).toBe(1);
    expect(await headlines(client, { place: 'needs-look' })).toEqual(['Undated tidal report']);
    expect(await headlines(client, { place: 'needs-look', text: 'tidal' })).toEqual([
      'Undated tidal report',
    ]);
    expect(await headlines(client, { place: 'needs-look', text: 'choir' })).toEqual([]);
  });

  it('is left by a release that is mended', async () => {
    const client = await openClient();
    await fill(client);
    const { hits } = await client.get('release:find', { ...everything, place: 'needs-look' });
    const id = hits[0]?.release.id ?? '';
    const { release } = await client.get('release:read', { id });
    const mended = content({ headline: release.headline, tags: release.tags });
    await client.get('release:revise', { id, basedOn: release.revision, content: mended });
    expect(client.archive.info().counts.needsLook).toBe(0);
    expect(await headlines(client, { place: 'needs-look' })).toEqual([]);
    expect(await headlines(client, { place: 'needs-look', text: 'tidal' })).toEqual([]);
  });

  it('is known before the shards are parsed', async () => {
    const client = await openClient();
    await fill(client);
    const { counts } = client.archive.info();
    const tags = client.archive.counts.tags();
    await client.archive.close();
    const again = await openArchive(client.folder, {}, { readOnly: true });
    expect(again.info().counts).toEqual(counts);
    expect(again.counts.tags()).toEqual(tags);
    await again.close();
  });
});

describe('tags', () => {
  it('are counted outside the trash, the most frequent first', async () => {
    const client = await openClient();
    await fill(client);
    expect(await client.get('tag:list', { limit: 2 })).toEqual({
      tags: [
        { tag: 'campus', releases: 2 },
        { tag: 'energy', releases: 2 },
      ],
      total: 3,
    });
    const { hits } = await client.get('release:find', { ...everything, text: 'choir' });
    await client.get('release:delete', { ids: [hits[0]?.release.id ?? ''] });
    expect((await client.get('tag:list', { limit: 10 })).tags).toEqual([
      { tag: 'energy', releases: 2 },
      { tag: 'Energy', releases: 1 },
      { tag: 'campus', releases: 1 },
    ]);
  });

  it('narrow the list, letter by letter, alone and with words, years and one another', async () => {
    const client = await openClient();
    await fill(client);
    expect(await headlines(client, { tags: ['energy'] })).toEqual([
      'Tidal tank opens',
      'Undated tidal report',
    ]);
    expect(await headlines(client, { tags: ['energy', 'campus'] })).toEqual(['Tidal tank opens']);
    expect(await headlines(client, { tags: ['campus'], year: 2021 })).toEqual(['Choir sings']);
    expect(await headlines(client, { tags: ['energy'], text: 'tidal' })).toEqual([
      'Tidal tank opens',
      'Undated tidal report',
    ]);
    expect(await headlines(client, { tags: ['campus'], text: 'tidal' })).toEqual([
      'Tidal tank opens',
    ]);
    expect(await headlines(client, { tags: ['Energy'] })).toEqual(['Undated draft']);
  });
});
