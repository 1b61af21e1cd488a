import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DurableJson, durableLow, encodeChecked } from '../../../../src/archive/store/durable-json';
import { tempFolder } from '../../../support/temp-folder';

describe('a durable JSON file', () => {
  it('gives back any records that were written, through lowdb', async () => {
    const folder = await tempFolder();
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.record({ records: fc.array(fc.jsonValue()) }), async (value) => {
        const path = join(folder, `${(number += 1)}.json`);
        const written = durableLow<{ records: unknown[] }>(path, { records: [] });
        written.data = value;
        await written.write();
        const read = durableLow<{ records: unknown[] }>(path, { records: [] });
        await read.read();
        expect(JSON.stringify(read.data)).toBe(JSON.stringify(value));
      }),
      { numRuns: 40 },
    );
  });

  it('is plain JSON that any other program reads', async () => {
    const path = join(await tempFolder(), 'plain.json');
    await new DurableJson(path).write({ headline: '签约' });
    const parsed = JSON.parse(await readFile(path, 'utf8')) as unknown;
    expect(parsed).toEqual({
      checksum: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown,
      data: { headline: '签约' },
    });
  });

  it('answers null where there is no file', async () => {
    expect(await new DurableJson(join(await tempFolder(), 'none.json')).read()).toBeNull();
  });

  it('leaves no temporary file behind, neither after success nor after failure', async () => {
    const folder = await tempFolder();
    await new DurableJson(join(folder, 'a.json')).write(1);
    await writeFile(join(folder, 'b.json'), '');
    // a folder in place of the file makes the rename fail
    await expect(new DurableJson(folder).write(1)).rejects.toThrow();
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json']);
  });

  it('calls a truncated, zeroed or altered file damaged and never returns a part of it', async () => {
    const path = join(await tempFolder(), 'damaged.json');
    const whole = encodeChecked({ releases: ['one', 'two'], note: 'äöü 中文' });
    const bytes = Buffer.from(whole);
    for (let length = 0; length < bytes.length; length += 7) {
      await writeFile(path, bytes);
      await truncate(path, length);
      await expect(new DurableJson(path).read()).rejects.toMatchObject({ code: 'archive-damaged' });
    }
    for (let at = 0; at < bytes.length; at += 5) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x01, at);
      await writeFile(path, altered);
      await expect(new DurableJson(path).read()).rejects.toMatchObject({ code: 'archive-damaged' });
    }
    await writeFile(path, Buffer.alloc(bytes.length));
    await expect(new DurableJson(path).read()).rejects.toMatchObject({ code: 'archive-damaged' });
  });
});
