import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import type { Embargo } from '../../src/shared/embargo';
import { everything, openClient, type Client } from '../support/contract';
import { content } from '../support/samples';

const embargo: Embargo = {
  local: '2026-08-05T00:01',
  zone: 'Europe/London',
  until: '2026-08-04T23:01:00.000Z',
};
const before = new Date('2026-08-01T12:00:00Z');
const after = new Date('2026-08-05T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: before });
});
afterEach(() => {
  vi.useRealTimers();
});

function file(client: Client, overrides: Parameters<typeof content>[0]) {
  return client.get('release:file', { content: content(overrides), source: null });
}

describe('an embargo', () => {
  it('is kept with its release, its instant worked out anew', async () => {
    const client = await openClient();
    const wrong = { ...embargo, until: '1999-01-01T00:00:00Z' };
    const { id } = await file(client, { embargo: wrong });
    expect((await client.get('release:read', { id })).release.embargo).toEqual(embargo);
    await client.archive.save();
    const text = await readFile(join(client.folder, 'releases/2023-03', `${id}.md`), 'utf8');
    expect(text).toContain('until: 2026-08-04T23:01:00.000Z');
    await client.archive.close();
    const again = await openArchive(client.folder);
    expect((await again.releases.read(id)).release.embargo).toEqual(embargo);
    expect(again.info().counts.embargoed).toBe(1);
    await again.close();
  });

  it('of a time or zone that there is none is refused', async () => {
    const client = await openClient();
    for (const wrong of [
      { ...embargo, zone: 'Europe/Nowhere' },
      { ...embargo, local: '2026-02-30T10:00' },
    ]) {
      const filing = async () =>
        client.ask('release:file', { content: content({ embargo: wrong }), source: null });
      await expect(filing()).rejects.toThrow();
    }
  });

  it('of several releases is the one that ends last, as long as one is in force', async () => {
    const client = await openClient();
    const later = { ...embargo, local: '2026-08-06T00:01', until: '2026-08-05T23:01:00.000Z' };
    const first = await file(client, { embargo });
    const last = await file(client, { embargo: later });
    const over = { local: '2026-07-01T00:00', zone: 'UTC', until: '2026-07-01T00:00:00.000Z' };
    const free = [await file(client, {}), await file(client, { embargo: over })];
    const of = (...releases: readonly { readonly id: string }[]) =>
      client.get('release:embargo', { ids: releases.map(({ id }) => id) });
    expect(await of(first, ...free, last)).toEqual(later);
    expect(await of(first)).toEqual(embargo);
    expect(await of(...free)).toBeNull();
    expect(await of()).toBeNull();
    await client.get('release:delete', { ids: [last.id] });
    expect(await of(first, last)).toEqual(embargo);
    vi.setSystemTime(after);
    expect(await of(first, last)).toBeNull();
  });

  it('puts its release into the place, the search and the count until its moment has passed', async () => {
    const client = await openClient();
    const held = await file(client, { headline: 'A wind farm is bought', embargo });
    await file(client, { headline: 'A draft about wind', status: 'draft', embargo });
    await file(client, { headline: 'A wind farm is finished' });
    const trashed = await file(client, { headline: 'Wind again', embargo });
    await client.get('release:delete', { ids: [trashed.id] });
    const found = async (query: Partial<typeof everything>) =>
      (await client.get('release:find', { ...everything, ...query })).hits.map(
        ({ release }) => release.id,
      );
    expect(await found({ place: 'embargoed' })).toEqual([held.id]);
    expect(await found({ place: 'embargoed', text: 'wind' })).toEqual([held.id]);
    expect(await found({ text: 'status:embargoed' })).toEqual([held.id]);
    expect(await found({ text: '状态:禁发中' })).toEqual([held.id]);
    expect(await found({ text: 'wind -status:embargoed' })).not.toContain(held.id);
    expect(await found({ text: 'status:filed' })).toContain(held.id);
    const { facets } = await client.get('release:find', {
      ...everything,
      text: 'wind',
      facets: true,
    });
    expect(facets?.status).toEqual([
      { value: 'filed', count: 2 },
      { value: 'draft', count: 1 },
      { value: 'embargoed', count: 1 },
    ]);
    expect(client.archive.info().counts.embargoed).toBe(1);

    vi.setSystemTime(after);
    expect(await found({ place: 'embargoed' })).toEqual([]);
    expect(await found({ text: 'status:embargoed' })).toEqual([]);
    expect(client.archive.info().counts.embargoed).toBe(0);
  });

  it('is known of a release whose record nobody has read yet', async () => {
    const client = await openClient();
    await file(client, { headline: 'A wind farm is bought', embargo });
    await client.archive.close();
    const again = await openArchive(client.folder);
    // The listing that closing left says so, before the shard is parsed.
    expect(again.info().counts.embargoed).toBe(1);
    await again.close();
  });

  it('is undone, done again and told in the history as any change', async () => {
    const client = await openClient();
    const filed = await file(client, {});
    await client.get('release:revise', {
      id: filed.id,
      basedOn: 1,
      content: content({ embargo }),
    });
    const diff = await client.get('release:compare', { id: filed.id, from: 1, to: 2 });
    expect(diff.fields).toEqual([
      {
        field: 'embargo',
        pieces: [{ kind: 'added', text: '2026-08-05 00:01 Europe/London (2026-08-04 23:01 UTC)' }],
      },
    ]);
    await client.get('undo:undo', null);
    expect(client.archive.info().counts.embargoed).toBe(0);
    await client.get('undo:redo', null);
    expect(client.archive.info().counts.embargoed).toBe(1);
  });

  it('is none in a release that was written before there were any', async () => {
    const client = await openClient();
    const { id } = await file(client, {});
    await client.archive.close();
    const shard = await readFile(join(client.folder, 'releases/2023-03.json'), 'utf8');
    expect(shard).not.toContain('embargo');
    const again = await openArchive(client.folder);
    expect((await again.releases.read(id)).release.embargo).toBeNull();
    await again.close();
  });
});

describe('the end of an embargo', () => {
  it('is told to whoever has the archive open', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: before });
    const client = await openClient();
    await file(client, { embargo });
    expect(client.archive.info().counts.embargoed).toBe(1);
    client.changes.length = 0;
    vi.setSystemTime(new Date('2026-08-04T23:00:30Z'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(client.changes).toEqual([]);
    await vi.advanceTimersByTimeAsync(62_000);
    expect(client.changes).toContain('releases');
    expect(client.archive.info().counts.embargoed).toBe(0);
    vi.useRealTimers();
  });
});
