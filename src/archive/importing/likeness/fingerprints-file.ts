import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { renamePatiently } from '../../store/durable-file';
import type { Layout } from '../../store/layout';
import { anchorCount, minCount } from './fingerprint';
import { fingerprintWords, type FingerprintTable } from './fingerprint-table';

/** Changed whenever fingerprints are made in another way. */
const mark = 'press-archive fingerprints 2\n';
const idBytes = 16;
const entryBytes = idBytes + fingerprintWords * 4;
const digestBytes = 32;

/**
 * Fills the table with what the last session left in `cache/`; nothing where there is no such file, or it
 * is damaged or of another version. One entry: id (16 bytes of the UUID), then 32-bit little-endian words:
 * revision, headline, source, day, number of anchors, the mins, the anchors. SHA-256 of all at the end.
 */
export async function readFingerprints(layout: Layout, table: FingerprintTable): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = await layout.files.readFile(layout.fingerprintsFile);
  } catch {
    return;
  }
  const body = bytes.subarray(0, bytes.length - digestBytes);
  const whole =
    bytes.length >= mark.length + digestBytes &&
    Buffer.from(body.subarray(0, mark.length)).toString('latin1') === mark &&
    createHash('sha256').update(body).digest().equals(bytes.subarray(body.length));
  if (!whole) return;
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  for (let at = mark.length; at + entryBytes <= body.length; at += entryBytes) {
    const id = uuidOf(body.subarray(at, at + idBytes));
    const word = (index: number): number => view.getUint32(at + idBytes + index * 4, true);
    const keys = {
      revision: word(0),
      headline: word(1),
      source: word(2),
      day: view.getInt32(at + idBytes + 12, true),
    };
    const mins = new Uint32Array(minCount);
    for (let i = 0; i < minCount; i++) mins[i] = word(5 + i);
    const anchors = new Uint32Array(Math.min(anchorCount, word(4)));
    for (let i = 0; i < anchors.length; i++) anchors[i] = word(5 + minCount + i);
    table.set(id, keys, { mins, anchors });
  }
}

/** Leaves them for the next session. A cache: nothing is fsynced, and nobody hears of a failure. */
export async function leaveFingerprints(layout: Layout, table: FingerprintTable): Promise<void> {
  const { files, fingerprintsFile } = layout;
  const partial = `${fingerprintsFile}.partial`;
  try {
    await files.mkdir(dirname(fingerprintsFile));
    await files.rm(partial);
    const handle = await files.open(partial, 'wx');
    try {
      await handle.writeFile(encoded(table));
    } finally {
      await handle.close();
    }
    await renamePatiently(partial, fingerprintsFile, files);
  } catch {
    await files.rm(partial).catch(() => undefined);
  }
}

function encoded(table: FingerprintTable): Uint8Array {
  const bytes = Buffer.alloc(mark.length + table.size * entryBytes + digestBytes);
  bytes.write(mark, 'latin1');
  let at = mark.length;
  for (const [id, keys, { mins, anchors }] of table.entries()) {
    bytes.write(id.replaceAll('-', ''), at, 'hex');
    at += idBytes;
    for (const word of [keys.revision, keys.headline, keys.source])
      at = bytes.writeUInt32LE(word, at);
    at = bytes.writeInt32LE(keys.day, at);
    at = bytes.writeUInt32LE(anchors.length, at);
    for (const min of mins) at = bytes.writeUInt32LE(min, at);
    for (let i = 0; i < anchorCount; i++) at = bytes.writeUInt32LE(anchors[i] ?? 0, at);
  }
  createHash('sha256').update(bytes.subarray(0, at)).digest().copy(bytes, at);
  return bytes;
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
