import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  decodeLine,
  encodeLine,
  Journal,
  readJournal,
} from '../../../../src/archive/store/journal';
import type { JournalRecord } from '../../../../src/archive/store/records';
import { tempFolder } from '../../../support/temp-folder';

function record(sequence: number, id = 'x'): JournalRecord {
  return {
    sequence,
    at: '2023-03-14T09:00:00.000Z',
    action: 'test',
    steps: [{ drop: 'pack', id }],
  };
}

describe('the journal', () => {
  it('reads back what was appended, in order, across segments', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, 0);
    await Promise.all([1, 2, 3].map((sequence) => journal.append(record(sequence))));
    await journal.rotate();
    await journal.append(record(4));
    await journal.close();
    const { records, segments, warnings } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual([1, 2, 3, 4]);
    expect(segments).toEqual([1, 2]);
    expect(warnings).toEqual([]);
  });

  it('keeps every record that is appended while it rotates', async () => {
    const folder = join(await tempFolder(), 'journal');
    const journal = await Journal.start(folder, 0);
    const work: Promise<unknown>[] = [];
    for (let sequence = 1; sequence <= 200; sequence += 1) {
      work.push(journal.append(record(sequence)));
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
    const journal = await Journal.start(folder, 0);
    await journal.append(record(1));
    const finished = await journal.rotate();
    await journal.append(record(2));
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
      const { records, warnings } = await readJournal(folder);
      expect(records.map((read) => read.sequence)).toEqual([1]);
      expect(warnings).toEqual([]);
    }
  });

  it('names a damaged line that has whole ones after it, and reads those', async () => {
    const folder = await tempFolder();
    const path = join(folder, '00000001.log');
    await writeFile(path, encodeLine(record(1)));
    await appendFile(path, encodeLine(record(2)).replace('test', 'tost'));
    await appendFile(path, encodeLine(record(3)));
    const { records, warnings } = await readJournal(folder);
    expect(records.map((read) => read.sequence)).toEqual([1, 3]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('journal/00000001.log');
  });

  it('refuses a line in which any one bit is wrong', () => {
    const line = encodeLine(record(7)).trimEnd();
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x04, at);
      expect(decodeLine(altered.toString('utf8'))).toBeNull();
    }
    expect(decodeLine(line)).toEqual(record(7));
  });

  it('refuses changes, and makes nothing anew, once its folder is gone', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'journal');
    const journal = await Journal.start(folder, 0);
    await journal.append(record(1));
    await rm(folder, { recursive: true });
    await expect(journal.append(record(2))).rejects.toMatchObject({ code: 'archive-missing' });
    await expect(journal.append(record(3))).rejects.toMatchObject({ code: 'disk-failed' });
    expect(await readdir(parent)).toEqual([]);
    await journal.close();
  });

  it('writes each record as one line of text: checksum, blank, JSON', async () => {
    const folder = await tempFolder();
    const journal = await Journal.start(folder, 0);
    await journal.append(record(1, 'line\nbreak'));
    await journal.close();
    expect(await readFile(join(folder, '00000001.log'), 'utf8')).toMatch(
      /^[0-9a-f]{8} \{"sequence":1,[^\n]*\}\n$/,
    );
  });
});
