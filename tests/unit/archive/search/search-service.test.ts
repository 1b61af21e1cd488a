import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IndexKeeper } from '../../../../src/archive/search/index-keeper';
import { SearchService } from '../../../../src/archive/search/search-service';
import type { ArchiveStore } from '../../../../src/archive/store/archive-store';
import type { ReleaseRecord } from '../../../../src/archive/store/records';
import { everything } from '../../../support/contract';
import { content } from '../../../support/samples';

const id = '01900000-0000-7000-8000-00000000000a';

function record(revision: number, headline: string): ReleaseRecord {
  const { body: _body, ...rest } = content({ headline, photos: [], partnerIds: [] });
  const at = '2024-01-01T00:00:00.000Z';
  return {
    ...rest,
    id,
    revision,
    createdAt: at,
    modifiedAt: at,
    deletedAt: null,
    source: null,
    bodySha256: '',
    excerpt: '',
  };
}

/** A store of one release, whose text is read when the test lets it. */
function slowStore(first: ReleaseRecord) {
  const releases = Object.assign(new Map([[id, first]]), {
    listed: () => releases.values(),
    listedAs: (wanted: string) => releases.get(wanted),
  });
  const readings: (() => void)[] = [];
  const store = {
    tables: { releases, partners: new Map(), undo: { record: { sequence: 1 } } },
    // Only read, so that the index stays in memory.
    readOnly: { reason: 'no-permission' },
    layout: { searchFolder: join(tmpdir(), 'press-archive-nowhere', 'search') },
    readBody: () => new Promise<string>((resolve) => readings.push(() => resolve('Text.'))),
  };
  /** Ends the reading of that number, which may begin a moment from now. */
  const read = async (number: number): Promise<void> => {
    while (readings.length <= number) await new Promise((resolve) => setImmediate(resolve));
    readings[number]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store: store as unknown as ArchiveStore, releases, readings, read };
}

const hits = async (search: SearchService, text: string, letRead: () => void): Promise<number> => {
  const finding = search.find({ ...everything, text });
  await new Promise((resolve) => setImmediate(resolve));
  letRead();
  return (await finding).total;
};

describe('the search index', () => {
  it('has the newest state of a release also where the text of an older one took longer to read', async () => {
    const { store, releases, readings, read } = slowStore(record(1, 'Alder'));
    const search = new SearchService(store, { now: () => [] }, () => undefined);
    const ready = search.ready();
    await read(0);
    await ready;
    releases.set(id, record(2, 'Birch'));
    const older = search.update([id]);
    releases.set(id, record(3, 'Cedar'));
    const newer = search.update([id]);
    await read(2);
    await newer;
    await read(1);
    while (readings.length > 3) readings.pop()?.();
    await older;
    const letRead = (): void => {
      for (const each of readings) each();
    };
    expect(await hits(search, 'Cedar', letRead)).toBe(1);
    expect(await hits(search, 'Birch', letRead)).toBe(0);
  });

  it('leaves nothing to be counted out to the next question', async () => {
    const { store, releases, read } = slowStore(record(1, 'Alder'));
    const keeper = new IndexKeeper(store, () => undefined);
    const ready = keeper.ready();
    await read(0);
    await ready;
    releases.set(id, record(2, 'Birch'));
    const updating = keeper.update([id]);
    await read(1);
    await updating;
    const [stored] = keeper.index.segments;
    expect(stored?.segment.living).toBe(0);
    expect(stored?.segment.frequencyLoss.size).toBeGreaterThan(0);
  });

  it('names the values of a release that changed also to whoever asked while it was read', async () => {
    const { store, releases, readings, read } = slowStore(record(1, 'Alder'));
    const search = new SearchService(store, { now: () => [] }, () => undefined);
    const ready = search.ready();
    await read(0);
    await ready;
    releases.set(id, { ...record(2, 'Alder'), tags: ['harbour'] });
    const updating = search.update([id]);
    expect(await search.values('tag', 'harb', 8)).toEqual([]);
    await read(1);
    while (readings.length > 2) readings.pop()?.();
    await updating;
    expect(await search.values('tag', 'harb', 8)).toEqual([{ value: 'harbour', count: 1 }]);
  });

  it('misses no change that comes while it is catching up with others', async () => {
    const { store, releases, readings, read } = slowStore(record(1, 'Alder'));
    const search = new SearchService(store, { now: () => [] }, () => undefined);
    const ready = search.ready();
    releases.set(id, record(2, 'Birch'));
    await search.update([id]);
    await read(0);
    while (readings.length < 2) await new Promise((resolve) => setImmediate(resolve));
    // It is reading the second revision, and now comes the third.
    releases.set(id, record(3, 'Cedar'));
    await search.update([id]);
    const letRead = (): void => {
      for (const each of readings) each();
    };
    const timer = setInterval(letRead, 1);
    await ready;
    clearInterval(timer);
    expect(await hits(search, 'Cedar', letRead)).toBe(1);
  });
});
