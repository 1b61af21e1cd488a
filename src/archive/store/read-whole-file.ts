import { closeSync, fstatSync, open, read } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const readInto = promisify(read);

/** Most that one call of the system reads. */
const longestRead = 1024 * 1024 * 1024;

/**
 * As `readFile` of `node:fs/promises`, which sends a file four times to other threads and back. Opening
 * and reading may wait for the disk; what the system knows of an open file is there at once.
 */
export async function readWholeFile(path: string): Promise<Buffer> {
  const file = await openFile(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    let length = 0;
    while (length < bytes.length) {
      const most = Math.min(bytes.length - length, longestRead);
      const { bytesRead } = await readInto(file, bytes, length, most, length);
      // Somebody has cut the file off meanwhile.
      if (bytesRead === 0) return bytes.subarray(0, length);
      length += bytesRead;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
