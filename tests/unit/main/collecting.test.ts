import { expect, it } from 'vitest';
import { collecting } from '../../../src/main/collecting';
import { openClient } from '../../support/contract';
import { content } from '../../support/samples';

it('two windows that begin a tray at the same moment fill one pack', async () => {
  const client = await openClient();
  const file = (headline: string) =>
    client.get('release:file', { content: content({ headline }), source: null });
  const [pier, mast, crane] = [await file('Pier'), await file('Mast'), await file('Crane')];
  let trayPackIds: readonly string[] = ['in another archive'];
  const collect = collecting(() => ({
    settings: { trayPackIds },
    ask: async ({ trays, ...what }) => ({
      ok: true,
      value: await client.archive.packs.collect(trays, what),
    }),
    remember: async (ids) => {
      await Promise.resolve();
      trayPackIds = ids;
    },
  }));
  const [first, second] = await Promise.all([
    collect({ title: 'Untitled', add: [pier.id] }),
    collect({ title: 'Untitled', add: [mast.id, pier.id] }),
  ]);
  expect([first, second]).toMatchObject([{ value: { changed: 1 } }, { value: { changed: 1 } }]);
  const packs = client.archive.packs.list();
  expect(packs.map(({ items }) => items.map(({ releaseId }) => releaseId))).toEqual([
    [pier.id, mast.id],
  ]);
  expect(trayPackIds).toEqual([packs[0]?.id, 'in another archive']);

  // The tray was put away: the next one is another.
  trayPackIds = ['in another archive'];
  await collect({ title: 'Untitled', add: [crane.id] });
  expect(client.archive.packs.list()).toHaveLength(2);
});

it('what was refused holds up nothing', async () => {
  let refuses = true;
  const collect = collecting(() => ({
    settings: { trayPackIds: [] },
    ask: () => {
      if (refuses) throw new Error('The disk is gone.');
      const error = { code: 'archive-read-only', message: '', details: {} } as const;
      return Promise.resolve({ ok: false, error });
    },
    remember: () => Promise.resolve(),
  }));
  await expect(collect({ title: '', add: [] })).rejects.toThrow('The disk is gone.');
  refuses = false;
  expect(await collect({ title: '', add: [] })).toMatchObject({ ok: false });
});
