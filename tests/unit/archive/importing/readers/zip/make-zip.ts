import { deflateRawSync, crc32 } from 'node:zlib';

export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array | string;
  readonly flags?: number;
  /** Unix mode, as of a link. */
  readonly mode?: number;
  readonly declaredSize?: number;
  readonly method?: number;
}

/** A ZIP byte by byte, so that it can also be a bad one. */
export function makeZip(entries: readonly MadeEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    bytes = '',
    flags = 0x800,
    mode = 0o100644,
    declaredSize,
    method = 8,
  } of entries) {
    const nameBytes = Buffer.from(name as string);
    const content = Buffer.from(bytes as string);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const size = declaredSize ?? content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const common = (target: Buffer, offset: number): void => {
      target.writeUInt16LE(20, offset);
      target.writeUInt16LE(flags, offset + 2);
      target.writeUInt16LE(method, offset + 4);
      target.writeUInt32LE(crc32(content), offset + 10);
      target.writeUInt32LE(packed.length, offset + 14);
      target.writeUInt32LE(size, offset + 18);
      target.writeUInt16LE(nameBytes.length, offset + 22);
    };
    common(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    common(central, 6);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(at, 42);
    parts.push(local, nameBytes, packed);
    directory.push(central, nameBytes);
    at += local.length + nameBytes.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}
