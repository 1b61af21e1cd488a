import { describe, expect, it } from 'vitest';
import { everything, openClient } from '../support/contract';
import { content } from '../support/samples';

describe('revising', () => {
  it('replaces what a release says and counts the revision', async () => {
    const client = await openClient();
    const filed = await client.get('release:file', { content: content(), source: null });
    const revised = await client.get('release:revise', {
      id: filed.id,
      basedOn: 1,
      content: content({ headline: 'A tidal laboratory opens at last', body: 'New text.' }),
    });
    expect(revised).toMatchObject({ revision: 2, createdAt: filed.createdAt, body: 'New text.' });
    expect((await client.get('release:read', { id: filed.id })).release).toEqual(revised);
  });

  it('refuses a change that was based on an older revision', async () => {
    const client = await openClient();
    const { id } = await client.get('release:file', { content: content(), source: null });
    await client.get('release:revise', { id, basedOn: 1, content: content({ body: 'Mine.' }) });
    const late = await client.ask('release:revise', {
      id,
      basedOn: 1,
      content: content({ body: 'Theirs.' }),
    });
    expect(late).toMatchObject({ ok: false, error: { code: 'release-changed-meanwhile' } });
    expect((await client.get('release:read', { id })).release.body).toBe('Mine.');
  });

  it('moves releases to the trash and back', async () => {
    const client = await openClient();
    const { id } = await client.get('release:file', { content: content(), source: null });
    const other = await client.get('release:file', { content: content(), source: null });
    expect(await client.get('release:delete', { ids: [id, other.id] })).toEqual({ deleted: 2 });
    expect(await client.get('release:delete', { ids: [id] })).toEqual({ deleted: 0 });
    expect((await client.get('release:find', everything)).total).toBe(0);
    expect((await client.get('release:find', { ...everything, text: 'tidal' })).total).toBe(0);
    expect((await client.get('release:find', { ...everything, place: 'trash' })).total).toBe(2);
    expect(await client.get('release:restore', { ids: [id] })).toEqual({ restored: 1 });
    expect((await client.get('release:find', { ...everything, text: 'tidal' })).total).toBe(1);
  });

  it('names a release that is not there', async () => {
    const client = await openClient();
    const id = '0199a5a0-0000-7000-8000-000000000000';
    for (const reply of [
      await client.ask('release:read', { id }),
      await client.ask('release:delete', { ids: [id] }),
      await client.ask('release:revise', { id, basedOn: 1, content: content() }),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'release-not-found' } });
    }
  });

  it('says what changed after every change', async () => {
    const client = await openClient();
    await client.get('release:file', { content: content(), source: null });
    expect(client.changes).toContain('releases');
    client.changes.length = 0;
    await client.get('pack:create', { title: 'P', coverNote: '', contact: '', items: [] });
    expect(client.changes).toContain('packs');
    client.changes.length = 0;
    await client.get('archive:describe', { institutionName: 'New name', otherNames: [] });
    expect(client.changes).toContain('archive');
    expect(client.archive.info().institution.name).toBe('New name');
  });
});
