import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import { requestSchemas } from '../../src/shared/ipc-contract';
import { openClient, type Client } from '../support/contract';

function save(client: Client, name: string, text = 'harbour') {
  return client.get('search:save', { name, text, sort: 'relevance' });
}

describe('saved searches', () => {
  it('are kept in the archive, in the order of saving', async () => {
    const client = await openClient();
    expect(await client.get('search:saved', null)).toEqual([]);
    await save(client, 'Harbour');
    await save(client, 'Tides', 'tid* year:2019..');
    await client.archive.close();
    const again = await openArchive(client.folder);
    expect(again.searches.list().map(({ name, text, sort }) => ({ name, text, sort }))).toEqual([
      { name: 'Harbour', text: 'harbour', sort: 'relevance' },
      { name: 'Tides', text: 'tid* year:2019..', sort: 'relevance' },
    ]);
    await again.close();
  });

  it('may ask for a place that the query language has no words for, and for nothing else', async () => {
    const client = await openClient();
    const search = { name: 'To do', text: '', sort: 'newest', place: 'needs-look' } as const;
    const [saved] = await client.get('search:save', search);
    expect(saved).toMatchObject(search);
    const empty = { name: 'All', text: ' ', sort: 'newest' };
    expect(requestSchemas['search:save'].safeParse(empty).success).toBe(false);
    // With words instead the place is gone.
    const [again] = await save(client, 'To do');
    expect(again).toEqual({ id: saved?.id, name: 'To do', text: 'harbour', sort: 'relevance' });
  });

  it('of the same name replace one another, whatever its case', async () => {
    const client = await openClient();
    const [first] = await save(client, 'Harbour');
    const saved = await save(client, '  harbour ', 'port');
    expect(saved).toEqual([{ ...first, name: 'harbour', text: 'port' }]);
  });

  it('are renamed, and take the place of another of that name', async () => {
    const client = await openClient();
    await save(client, 'Harbour');
    const [harbour, tides] = await save(client, 'Tides', 'tides');
    const renamed = await client.get('search:rename', { id: tides?.id ?? '', name: 'Harbour' });
    expect(renamed).toEqual([{ ...tides, name: 'Harbour' }]);
    expect(harbour?.name).toBe('Harbour');
  });

  it('stay as they are where one that is gone is renamed to one of them', async () => {
    const client = await openClient();
    await save(client, 'Harbour');
    const [harbour, tides] = await save(client, 'Tides', 'tides');
    await client.get('search:forget', { id: tides?.id ?? '' });
    const renamed = await client.get('search:rename', { id: tides?.id ?? '', name: 'Harbour' });
    expect(renamed).toEqual([harbour]);
  });

  it('are forgotten', async () => {
    const client = await openClient();
    const [harbour] = await save(client, 'Harbour');
    expect(await client.get('search:forget', { id: harbour?.id ?? '' })).toEqual([]);
    expect(await client.get('search:forget', { id: harbour?.id ?? '' })).toEqual([]);
  });

  it('tell whoever shows them that they changed', async () => {
    const client = await openClient();
    await save(client, 'Harbour');
    expect(client.changes).toContain('searches');
  });

  it('leave the settings of the backups as they are', async () => {
    const client = await openClient();
    await client.get('backup:change-settings', { keepDaily: 3 });
    await save(client, 'Harbour');
    await client.get('backup:change-settings', { keepWeekly: 2 });
    expect((await client.get('backup:state', null)).settings).toMatchObject({
      keepDaily: 3,
      keepWeekly: 2,
    });
    expect(await client.get('search:saved', null)).toHaveLength(1);
  });

  it('are at most 200', async () => {
    const client = await openClient();
    for (let number = 1; number <= 200; number += 1) await save(client, `Search ${number}`);
    const argument = { name: 'One more', text: 'harbour', sort: 'relevance' } as const;
    const refused = await client.ask('search:save', argument);
    expect(refused).toMatchObject({ ok: false, error: { code: 'request-invalid' } });
    await save(client, 'Search 7', 'port');
    expect(await client.get('search:saved', null)).toHaveLength(200);
  });

  it('cannot be changed in an archive that is open for reading only', async () => {
    const client = await openClient();
    await save(client, 'Harbour');
    await client.archive.close();
    const reader = await openArchive(client.folder, {}, { readOnly: true });
    expect(reader.searches.list()).toHaveLength(1);
    await expect(
      reader.searches.save('Tides', { text: 'tides', sort: 'relevance' }),
    ).rejects.toMatchObject({
      code: 'archive-read-only',
    });
    await reader.close();
  });

  it('have names of 1 to 100 characters', () => {
    const isNamed = (name: string): boolean =>
      requestSchemas['search:save'].safeParse({ name, text: 'a', sort: 'newest' }).success;
    expect(['', '   ', 'x'.repeat(101)].map(isNamed)).toEqual([false, false, false]);
    expect(isNamed('x'.repeat(100))).toBe(true);
  });
});

describe('the values of a field', () => {
  it('are named with how many releases have them', async () => {
    const client = await openClient();
    await client.get('partner:add', {
      content: { name: 'Maravel Turbines', aliases: [], kind: 'company', country: '', note: '' },
    });
    expect(
      await client.get('search:values', { field: 'partner', prefix: 'tur', limit: 8 }),
    ).toEqual({ values: [{ value: 'Maravel Turbines', count: 0 }] });
    expect(await client.get('search:values', { field: 'tag', prefix: '', limit: 8 })).toEqual({
      values: [],
    });
  });
});
