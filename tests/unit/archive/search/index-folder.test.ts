import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IndexFolder } from '../../../../src/archive/search/index-folder';
import { SegmentDamaged } from '../../../../src/archive/search/index/segment-file';
import { indexSettings, SearchIndex } from '../../../../src/archive/search/search-index';
import { tempFolder } from '../../../support/temp-folder';
import { ask, document, found } from './documents';

const newFolder = async (): Promise<IndexFolder> =>
  new IndexFolder(join(await tempFolder(), 'search'));

/** An index of as many segments as texts. */
async function segments(folder: IndexFolder, texts: readonly string[]): Promise<SearchIndex> {
  const index = new SearchIndex(folder);
  for (const [number, text] of texts.entries()) {
    index.put(document(`d${number}`, text));
    await index.settle(1, 0);
  }
  return index;
}

describe('the folder of an index', () => {
  it('names what counts in its manifest, and holds nothing else', async () => {
    const folder = await newFolder();
    const index = await segments(folder, ['one', 'two', 'three']);
    index.remove('d1');
    await index.commit(42);
    const names = await readdir(folder.path);
    expect(names.sort()).toEqual([
      'manifest.json',
      'segment-1.idx',
      'segment-2.idx',
      'segment-3.idx',
    ]);
    const [checksum, json] = (await readFile(join(folder.path, 'manifest.json'), 'utf8')).split(
      / (.*)\n/s,
    );
    expect(checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.parse(json ?? '')).toEqual({
      settings: indexSettings,
      position: 42,
      segments: [
        { file: 'segment-1.idx', void: [], losses: [] },
        { file: 'segment-2.idx', void: [0], losses: [[0, 1]] },
        { file: 'segment-3.idx', void: [], losses: [] },
      ],
    });
    index.close();
  });

  it('is of no use to other settings', async () => {
    const folder = await newFolder();
    const index = await segments(folder, ['one']);
    await index.commit(1);
    index.close();
    expect(await new IndexFolder(folder.path).load('[]')).toBeNull();
    const stored = await new IndexFolder(folder.path).load(indexSettings);
    expect(stored?.position).toBe(1);
    stored?.segments[0]?.segment.close();
  });

  it('never gives a file the name of one that may still be read', async () => {
    const folder = await newFolder();
    const index = await segments(folder, ['one']);
    await index.commit(1);
    index.close();
    const again = new IndexFolder(folder.path);
    const stored = await again.load(indexSettings);
    const next = new SearchIndex(again, stored?.segments);
    next.put(document('d1', 'two'));
    await next.settle(1);
    expect(next.segments.map(({ file }) => file)).toEqual(['segment-1.idx', 'segment-2.idx']);
    next.close();
  });

  it('gains one segment for four of about a size, which forgets what was removed', async () => {
    const folder = await newFolder();
    const index = await segments(folder, ['1 same', '2 same', '3 same', '4 same', '5 same']);
    index.remove('d2');
    expect(index.isUntidy).toBe(true);
    await index.settle();
    await index.commit(1);
    expect(index.segments.map(({ segment }) => [segment.size, segment.living])).toEqual([[4, 4]]);
    expect(await readdir(folder.path)).toHaveLength(2);
    expect(found(index, 'same').sort()).toEqual(['d0', 'd1', 'd3', 'd4']);
    index.close();
  });
});

describe('a disk that takes no file now', () => {
  it('leaves documents in memory, where they are found; they are written later', async () => {
    const folder = await newFolder();
    await writeFile(folder.path, 'in the way');
    const index = new SearchIndex(folder);
    index.put(document('a', 'visit'));
    await expect(index.settle()).rejects.toThrow();
    index.put(document('b', 'visit sign'));
    await expect(index.settle()).rejects.toThrow();
    index.remove('a');
    expect(found(index, 'visit')).toEqual(['b']);
    expect(index.liveSize).toBe(2);
    await rm(folder.path);
    await index.settle();
    await index.commit(1);
    expect(index.liveSize).toBe(0);
    expect(found(index, 'visit')).toEqual(['b']);
    index.close();
    const stored = await new IndexFolder(folder.path).load(indexSettings);
    const again = new SearchIndex(null, stored?.segments);
    expect([...again.ids()]).toEqual(['b']);
    again.close();
  });

  it('lets an index be made in memory, removals and all; its file comes later', async () => {
    const folder = await newFolder();
    await writeFile(folder.path, 'in the way');
    const index = new SearchIndex(folder);
    await index.fill([document('a', 'visit'), document('b', 'visit sign'), document('c', 'sign')]);
    index.remove('b');
    const before = ask(index, 'visit OR sign');
    expect(before.ids).toHaveLength(2);
    await expect(index.commit(1)).rejects.toThrow();
    await rm(folder.path);
    index.remove('c');
    await index.commit(1);
    const after = ask(index, 'visit');
    index.close();
    const stored = await new IndexFolder(folder.path).load(indexSettings);
    const again = new SearchIndex(null, stored?.segments);
    expect(ask(again, 'visit')).toEqual(after);
    expect(after.ids).toEqual(['a']);
    again.close();
  });

  it('is left without a half-written file', async () => {
    const folder = await newFolder();
    const index = await segments(folder, ['first visit']);
    // The name that the next segment gets is taken by a folder: it can't be moved there.
    await mkdir(join(folder.path, 'segment-2.idx', 'deep'), { recursive: true });
    index.put(document('a', 'visit'));
    await expect(index.settle()).rejects.toThrow();
    expect(await readdir(folder.path)).toEqual(['segment-1.idx', 'segment-2.idx']);
    expect(found(index, 'visit')).toEqual(['a', 'd0']);
    index.close();
  });
});

it('a segment whose texts are damaged is not merged: its words would be lost for good', async () => {
  const folder = await newFolder();
  const index = await segments(folder, ['one same', 'two same', 'three same', 'four same']);
  const path = join(folder.path, 'segment-2.idx');
  const bytes = await readFile(path);
  const at = bytes.lastIndexOf('two same');
  bytes.write('ten', at);
  await writeFile(path, bytes);
  await expect(index.settle()).rejects.toThrow(SegmentDamaged);
  expect(index.segments).toHaveLength(4);
  expect(found(index, 'two')).toEqual(['d1']);
  index.close();
});
