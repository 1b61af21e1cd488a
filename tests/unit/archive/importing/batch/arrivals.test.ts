import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { arrivalsOutside } from '../../../../../src/archive/importing/batch/arrivals';

describe('the folder of what a dry run unpacks', () => {
  it('is read by nobody else, and gone afterwards', async () => {
    const arrivals = arrivalsOutside();
    await arrivals.put({ name: 'a.txt', bytes: new Uint8Array([1]) });
    if (process.platform !== 'win32') {
      expect((await stat(arrivals.folder)).mode & 0o077).toBe(0);
    }
    await arrivals.remove();
    await expect(stat(arrivals.folder)).rejects.toThrow();
  });
});
