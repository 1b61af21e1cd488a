import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles, type FileLayer } from '../../../../src/archive/store/file-layer';
import { Journal } from '../../../../src/archive/store/journal';
import { decodeLine, encodeChange, lineOf } from '../../../../src/archive/store/journal-line';
import { readJournal, type JournalContents } from '../../../../src/archive/store/journal-reader';
import type { JournalRecord, Step } from '../../../../src/archive/store/records';
import { tempFolder } from '../../../support/temp-folder';

const empty: JournalContents = { records: [], segments: [], damaged: [] };

function record(sequence: number, id = 'x', durable = sequence - 1): JournalRecord {
  return {
    sequence,
    durable,
    at: '2023-03-14T09:00:00.000Z',
    action: 'test',
    steps: [{ drop: 'pack', id }],
  };
}

function change(id = 'x'): Buffer {
  const { at, action, steps } = record(0, id);
  return encodeChange({ at, action, steps });
}

function encodeLine({ sequence, durable, at, action, steps }: JournalRecord): string {
  return Buffer.concat(lineOf(sequence, durable, encodeChange({ at, action, steps }))).toString();
}

const none = (): void => undefined;

describe('the journal', () => {
  it('reads back what was appended, in order, across segments', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, empty);
    await Promise.all([1, 2, 3].map(() => journal.append(change(), none)));
    await journal.rotate();
    await journal.append(change(), none);
    await journal.close();
    const { records, segments, damaged } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual([1, 2, 3, 4]);
    expect(segments.map((segment) => segment.number)).toEqual([1, 2]);
    expect(damaged).toEqual([]);
  });

  it('keeps every record that is appended while it rotates', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, empty);
    const work: Promise<unknown>[] = [];
    for (let sequence = 1; sequence <= 200; sequence += 1) {
      work.push(journal.append(change(), none));
      if (sequence % 40 === 0) work.push(journal.rotate());
      if (sequence % 9 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(work);
    await journal.close();
    const { records } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  });

  it('forgets the segments whose content is elsewhere, and only those', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, empty);
    await journal.append(change(), none);
    const finished = await journal.rotate();
    await journal.append(change(), none);
    await journal.forget(finished);
    await journal.close();
    expect(await readdir(folder)).toEqual(['00000002.log']);
    expect((await readJournal(folder)).records).toHaveLength(1);
  });

  it('passes over a line that was cut off by a kill, without a word', async () => {
    const folder = await tempFolder();
    const whole = encodeLine(record(1)) + encodeLine(record(2));
    for (let length = encodeLine(record(1)).length; length < whole.length; length += 1) {
      await writeFile(join(folder, '00000001.log'), whole.slice(0, length));
      const { records, damaged } = await readJournal(folder);
      expect(records.map((read) => read.sequence)).toEqual([1]);
      expect(damaged).toEqual([]);
    }
  });

  it('names a damaged line that has whole ones after it, and reads those', async () => {
    const folder = await tempFolder();
    const path = join(folder, '00000001.log');
    await writeFile(path, encodeLine(record(1)));
    await appendFile(path, encodeLine(record(2)).replace('test', 'tost'));
    await appendFile(path, encodeLine(record(3)));
    const { records, damaged } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual([1, 3]);
    expect(damaged).toMatchObject([{ number: 1, lost: 1 }]);
  });

  it('refuses a line in which any one bit is wrong', () => {
    const line = encodeLine(record(7)).trimEnd();
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x04, at);
      expect(decodeLine(altered)).toBeNull();
    }
    expect(decodeLine(bytes)).toEqual(record(7));
  });

  it('refuses changes, and makes nothing anew, once its folder is gone', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'journal');
    const journal = await Journal.start(folder, empty);
    await journal.append(change(), none);
    await rm(folder, { recursive: true });
    await expect(journal.append(change(), none)).rejects.toMatchObject({ code: 'archive-missing' });
    await expect(journal.append(change(), none)).rejects.toMatchObject({ code: 'archive-missing' });
    expect(await readdir(parent)).toEqual([]);
    await journal.close();
  });

  it('begins another segment when one is long, and loses no line over it', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, empty, realFiles, { segmentBytes: 400 });
    for (let sequence = 1; sequence <= 40; sequence += 1) await journal.append(change(), none);
    await journal.close();
    const { records, segments } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(segments.length).toBeGreaterThan(4);
    expect(segments.every((segment) => segment.size < 1_500)).toBe(true);
  });

  it('reads lines of any length, wherever the pieces end in which it reads', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, empty);
    const lengths = [10, 1_048_400, 3_000_000, 1, 2_097_000, 100_000_000, 5];
    for (const length of lengths) await journal.append(change('é'.padEnd(length, 'x')), none);
    await journal.close();
    const { records, damaged } = await readJournal(folder);
    expect(records.map(({ steps }) => idOf(steps)?.length)).toEqual(lengths);
    expect(damaged).toEqual([]);
  }, 60_000);

  it('cuts off what it wrote into a file that was gone, and accepts changes when it is back', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'journal');
    const journal = await Journal.start(folder, empty);
    await journal.append(change('first'), none);
    await rename(folder, join(parent, 'elsewhere'));
    const refused = journal.append(change('refused'), none);
    await expect(refused).rejects.toMatchObject({ code: 'archive-missing' });
    await rename(join(parent, 'elsewhere'), folder);
    await journal.append(change('second'), none);
    await journal.close();
    const { records } = await readJournal(folder);
    expect(records.map(({ steps }) => idOf(steps))).toEqual(['first', 'second']);
  });

  it('writes each record as one line of text: checksum, blank, JSON', async () => {
    const folder = await tempFolder();
    const journal = await Journal.start(folder, empty);
    await journal.append(change('line\nbreak'), none);
    await journal.close();
    expect(await readFile(join(folder, '00000001.log'), 'utf8')).toMatch(
      /^[0-9a-f]{8} \{"sequence":1,[^\n]*\}\n$/,
    );
  });

  it('cuts back a write that failed, takes the changes back newest first, and then goes on', async () => {
    const folder = join(await tempFolder(), 'journal');
    const { files, fail } = failingAppends();
    const journal = await Journal.start(folder, empty, files);
    await journal.append(change('first'), none);
    const order: string[] = [];
    fail('ENOSPC');
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map((id) => journal.append(change(id), () => order.push(id))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(3).fill('rejected'));
    expect(order).toEqual(['c', 'b', 'a']);
    fail(null);
    await journal.append(change('second'), none);
    await journal.close();
    const { records, segments } = await readJournal(folder);
    expect(records.map(({ sequence, steps }) => [sequence, idOf(steps)])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
    expect(segments[0]?.used).toBe(segments[0]?.size);
  });

  it('accepts nothing more after an fsync that failed, and keeps nothing of what it refused', async () => {
    const folder = join(await tempFolder(), 'journal');
    const { files, fail } = failingAppends();
    const journal = await Journal.start(folder, empty, files);
    await journal.append(change('first'), none);
    fail('fsync');
    await expect(journal.append(change('lost'), none)).rejects.toMatchObject({ code: 'EIO' });
    fail(null);
    await expect(journal.append(change('later'), none)).rejects.toMatchObject({
      code: 'disk-failed',
    });
    await expect(journal.rotate()).rejects.toMatchObject({ code: 'disk-failed' });
    await journal.close();
    expect((await readJournal(folder)).records.map(({ steps }) => idOf(steps))).toEqual(['first']);
  });

  it('uses of a torn group only what comes before the gap, and cuts the rest off', async () => {
    const folder = await tempFolder();
    const group = [record(2, 'b', 1), record(3, 'c', 1), record(4, 'd', 1)].map(encodeLine);
    const zeros = '\0'.repeat(group[1]!.length - 1) + '\n';
    const path = join(folder, '00000001.log');
    const kept = encodeLine(record(1)) + group[0]!;
    await writeFile(path, kept + zeros + group[2]!);
    const found = await readJournal(folder);
    expect(found.records.map((read) => read.sequence)).toEqual([1, 2]);
    expect(found.damaged).toEqual([]);
    const journal = await Journal.start(folder, found);
    await journal.append(change('next'), none);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(kept);
    const again = await readJournal(folder);
    expect(again.records.map((read) => read.sequence)).toEqual([1, 2, 3]);
    expect(again.records.map(({ steps }) => idOf(steps))).toEqual(['x', 'b', 'next']);
  });

  it('counts acknowledged changes that are missing between segments', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, '00000001.log'), encodeLine(record(1)) + encodeLine(record(2)));
    await writeFile(join(folder, '00000003.log'), encodeLine(record(6)));
    const { records, damaged } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual([1, 2, 6]);
    expect(damaged).toMatchObject([{ number: 3, lost: 3 }]);
  });

  it('removes the oldest segment first, each for good before the next', async () => {
    const folder = join(await tempFolder(), 'journal');
    const done: string[] = [];
    const files: FileLayer = {
      ...realFiles,
      rm: async (path) => {
        await realFiles.rm(path);
        done.push(basename(path));
      },
      open: async (path, flags) => {
        if (flags === 'r') done.push('fsync of the folder');
        return realFiles.open(path, flags);
      },
    };
    const journal = await Journal.start(folder, empty, files);
    for (let number = 0; number < 2; number += 1) {
      await journal.append(change(), none);
      await journal.rotate();
    }
    done.length = 0;
    await journal.forget(2);
    await journal.close();
    expect(done).toEqual([
      '00000001.log',
      'fsync of the folder',
      '00000002.log',
      'fsync of the folder',
    ]);
  });
});

function idOf(steps: readonly Step[]): string | null {
  const [step] = steps;
  return step !== undefined && 'drop' in step ? step.id : null;
}

/** A disk on which appending or its fsync fails while it is told to. */
function failingAppends(): { files: FileLayer; fail: (how: 'ENOSPC' | 'fsync' | null) => void } {
  let failing: 'ENOSPC' | 'fsync' | null = null;
  const files: FileLayer = {
    ...realFiles,
    open: async (path, flags) => {
      const handle = await realFiles.open(path, flags);
      return {
        read: (into, at) => handle.read(into, at),
        writeFile: async (data) => {
          if (failing !== 'ENOSPC') return handle.writeFile(data);
          await handle.writeFile(Buffer.from(data).subarray(0, 200));
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        },
        truncate: (length) => handle.truncate(length),
        datasync: async () => {
          if (failing === 'fsync') throw Object.assign(new Error('bad sector'), { code: 'EIO' });
          return handle.datasync();
        },
        sync: () => handle.sync(),
        close: () => handle.close(),
      };
    },
  };
  return { files, fail: (how) => (failing = how) };
}
