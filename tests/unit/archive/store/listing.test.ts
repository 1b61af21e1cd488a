import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import { digestTables } from '../../../../src/archive/keeping/record-digests';
import { ArchiveStore } from '../../../../src/archive/store/archive-store';
import { encodeChecked } from '../../../../src/archive/store/durable-json';
import { Listing } from '../../../../src/archive/store/listing';
import type { ReleaseRecord } from '../../../../src/archive/store/records';
import type { Rows } from '../../../../src/archive/store/save-tables';
import type { ReleaseStatus } from '../../../../src/shared/release';
import type { FindQuery } from '../../../../src/shared/search';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

const months = ['2021-11', '2022-01', '2023-03'];
const listingOf = (folder: string): string => join(folder, 'cache', 'listing.log');

/** A closed archive with releases of every kind that lists tell apart. */
async function closedArchive(): Promise<string> {
  const folder = join(await tempFolder(), 'archive');
  const archive = await createArchive(folder, institution);
  const partner = { name: '北风基金会', aliases: [], kind: 'ngo', country: '', note: '' } as const;
  const { id: partnerId } = await archive.partners.add(partner);
  const filed = await Promise.all(
    Array.from({ length: 24 }, (_, number) => {
      const status: ReleaseStatus = number % 5 === 0 ? 'draft' : 'filed';
      const month = months[number % 4];
      const publicationDate = month === undefined ? null : `${month}-${10 + number}`;
      const partnerIds = number % 3 === 0 ? [partnerId] : [];
      const headline = `Release ${number}`;
      return archive.releases.file(
        content({ headline, status, publicationDate, partnerIds, photos: [] }),
        null,
      );
    }),
  );
  await archive.releases.delete([filed[3]?.id ?? '', filed[8]?.id ?? '']);
  await archive.close();
  return folder;
}

/** All that lists and counts say. */
async function listsOf(archive: Archive): Promise<unknown> {
  const partners = archive.partners.list();
  const lists: unknown[] = [archive.info().counts, partners];
  for (const place of ['archive', 'drafts', 'trash'] satisfies FindQuery['place'][]) {
    for (const year of [null, 2021, 2022, 2023]) {
      for (const partnerIds of [[], partners.map(({ id }) => id)]) {
        for (const sort of ['newest', 'oldest'] as const) {
          const query = { text: '', place, year, partnerIds, sort, offset: 0, limit: 50 } as const;
          const { hits, total } = await archive.search.find(query);
          lists.push([place, year, sort, total, hits.map(({ release }) => release)]);
        }
      }
    }
  }
  return lists;
}

async function listsIn(folder: string): Promise<unknown> {
  const archive = await openArchive(folder);
  expect(archive.info().warnings).toEqual([]);
  const lists = await listsOf(archive);
  await archive.close();
  return lists;
}

async function digestIn(folder: string): Promise<string> {
  const store = await ArchiveStore.open(folder, { readOnly: true });
  const { sha256 } = digestTables(store.tables);
  await store.close();
  return sha256;
}

/** The archive's listing with other columns, and checksums that are right. */
async function falsify(
  folder: string,
  change: (records: readonly ReleaseRecord[]) => readonly ReleaseRecord[],
): Promise<void> {
  const listing = new Listing();
  for (const month of [...months, 'undated']) {
    const text = await readFile(join(folder, 'releases', `${month}.json`), 'utf8');
    const shard = JSON.parse(text) as { checksum: string; data: Rows<ReleaseRecord> };
    const checksum = shard.checksum.replace('sha256:', '');
    listing.put(`${month}/1`, checksum, change(shard.data.records));
  }
  await writeFile(listingOf(folder), listing.encode());
}

describe('an archive that is opened with the listing of its last closing', () => {
  it('lists, counts and holds the same as without', async () => {
    const folder = await closedArchive();
    const [lists, digest] = [await listsIn(folder), await digestIn(folder)];
    await rm(join(folder, 'cache'), { recursive: true });
    expect(await digestIn(folder)).toBe(digest);
    expect(await listsIn(folder)).toEqual(lists);
    expect((await readFile(listingOf(folder), 'utf8')).split('\n')).toHaveLength(5);
  });

  it('parses no shard until one of its releases is asked for', async () => {
    const store = await ArchiveStore.open(await closedArchive());
    const { releases } = store.tables;
    const unread = (): number => [...releases.listed()].filter((one) => !('excerpt' in one)).length;
    expect(unread()).toBe(24);
    const [first] = releases.keys();
    expect(releases.get(first ?? '')?.excerpt).not.toBe('');
    expect(unread()).toBe(18);
    await store.recordsRead();
    expect(unread()).toBe(0);
    await store.close();
  });

  it('parses them by itself after a moment', async () => {
    const store = await ArchiveStore.open(await closedArchive());
    await expect
      .poll(() => [...store.tables.releases.listed()].every((one) => 'excerpt' in one))
      .toBe(true);
    await store.close();
  });

  it('uses nothing of the listing for a shard that has changed since', async () => {
    const folder = await closedArchive();
    const old = await readFile(listingOf(folder));
    const archive = await openArchive(folder);
    const page = await archive.search.find({
      text: '',
      place: 'archive',
      year: 2022,
      partnerIds: [],
      sort: 'newest',
      offset: 0,
      limit: 1,
    });
    await archive.releases.delete(page.hits.map(({ release }) => release.id));
    const lists = await listsOf(archive);
    await archive.close();
    expect((await readFile(listingOf(folder))).equals(old)).toBe(false);
    await writeFile(listingOf(folder), old);
    expect(await listsIn(folder)).toEqual(lists);
  });

  it('keeps every release when a change comes before anything was parsed', async () => {
    const folder = await closedArchive();
    const archive = await openArchive(folder);
    for (const month of months) {
      await archive.releases.file(content({ publicationDate: `${month}-02`, photos: [] }), null);
    }
    await archive.close();
    await rm(join(folder, 'cache'), { recursive: true });
    const reopened = await openArchive(folder);
    expect(reopened.info().counts).toMatchObject({ releases: 22 + 3, trash: 2 });
    expect((await reopened.verify()).problems).toEqual([]);
    await reopened.close();
  });

  it('is listed right whichever byte of the listing is altered or cut off', async () => {
    const folder = await closedArchive();
    const lists = await listsIn(folder);
    const whole = await readFile(listingOf(folder));
    for (let at = 0; at < whole.length; at += 97) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x01, at);
      await writeFile(listingOf(folder), at % 2 === 0 ? altered : whole.subarray(0, at));
      expect(await listsIn(folder)).toEqual(lists);
    }
  });

  it.each<[string, (records: readonly ReleaseRecord[]) => readonly ReleaseRecord[]]>([
    ['lacks releases', (records) => records.slice(1)],
    ['lacks all releases', () => []],
    [
      'names releases that are not there',
      (records) => [...records, { ...first(records), id: 'x' }],
    ],
    ['has another revision', (records) => records.map((one) => ({ ...one, revision: 9 }))],
  ])('believes its shards where the listing %s', async (_what, change) => {
    const folder = await closedArchive();
    const digest = await digestIn(folder);
    await falsify(folder, change);
    expect(await digestIn(folder)).toBe(digest);
    const archive = await openArchive(folder);
    await archive.releases.file(content({ publicationDate: '2022-01-02', photos: [] }), null);
    await archive.close();
    await rm(join(folder, 'cache'), { recursive: true });
    const reopened = await openArchive(folder);
    expect(reopened.info().counts).toMatchObject({ releases: 22 + 1, trash: 2 });
    expect((await reopened.verify()).problems).toEqual([]);
    await reopened.close();
  });

  it('takes the newer of two records of a release, whichever shards they are in', async () => {
    const folder = await closedArchive();
    const path = (month: string): string => join(folder, 'releases', `${month}.json`);
    const shard = async (month: string): Promise<readonly ReleaseRecord[]> => {
      const text = await readFile(path(month), 'utf8');
      return (JSON.parse(text) as { data: Rows<ReleaseRecord> }).data.records;
    };
    const moved = first(await shard('2022-01'));
    // what a kill leaves that came after the new month was written and before the old one was
    const now = { ...moved, revision: moved.revision + 1, publicationDate: '2023-03-01' };
    const records = [...(await shard('2023-03')), now];
    await writeFile(path('2023-03'), encodeChecked({ records }));
    const body = join('2022-01', `${moved.id}.md`);
    await cp(join(folder, 'releases', body), join(folder, 'releases', '2023-03', `${moved.id}.md`));
    for (const again of [1, 2]) {
      const store = await ArchiveStore.open(folder);
      expect(store.tables.monthOfRelease(moved.id), `opening ${again}`).toBe('2023-03');
      expect(store.tables.releases.get(moved.id)?.revision).toBe(now.revision);
      expect(store.tables.idsInShard('2022-01/1')).not.toContain(moved.id);
      await store.close();
    }
  });

  it('gets no listing from somebody who only reads', async () => {
    const folder = await closedArchive();
    await rm(join(folder, 'cache'), { recursive: true });
    await (await openArchive(folder, {}, { readOnly: true })).close();
    expect(await readdir(folder)).not.toContain('cache');
  });
});

function first(records: readonly ReleaseRecord[]): ReleaseRecord {
  const [record] = records;
  if (record === undefined) throw new Error('The shard is empty.');
  return record;
}
