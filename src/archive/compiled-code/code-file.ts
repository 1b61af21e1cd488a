import { crc32 } from 'node:zlib';

/** The compiled code of one script. */
export interface KeptCode {
  /** Of the script's bytes: V8 itself compares nothing but their length. */
  readonly sourceCrc: number;
  readonly code: Buffer;
}

/*
 * A code file: a mark, the length of the heading (4 bytes, little-endian), the heading in JSON, and what
 * V8 made of each script, one behind the other. V8 doesn't check that these bytes are whole.
 */
const mark = Buffer.from('press-archive code 1\n');

interface Heading {
  readonly program: string;
  readonly v8: string;
  readonly scripts: readonly {
    readonly name: string;
    readonly sourceCrc: number;
    readonly bytes: number;
    readonly crc: number;
  }[];
}

/** Whose code it is: a program's version, on an engine. */
export interface CodeOwner {
  readonly program: string;
  /** V8's version, and what machine it compiles for. */
  readonly v8: string;
}

export function encodeCodeFile(owner: CodeOwner, scripts: ReadonlyMap<string, KeptCode>): Buffer {
  const heading: Heading = {
    program: owner.program,
    v8: owner.v8,
    scripts: [...scripts].map(([name, { sourceCrc, code }]) => ({
      name,
      sourceCrc,
      bytes: code.length,
      crc: crc32(code),
    })),
  };
  const text = Buffer.from(JSON.stringify(heading));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([mark, length, text, ...[...scripts.values()].map(({ code }) => code)]);
}

/** What is whole and of this owner, by the scripts' names; nothing of a file that isn't. */
export function decodeCodeFile(owner: CodeOwner, file: Buffer): ReadonlyMap<string, KeptCode> {
  const scripts = new Map<string, KeptCode>();
  try {
    const from = mark.length + 4;
    if (!file.subarray(0, mark.length).equals(mark)) return scripts;
    let at = from + file.readUInt32LE(mark.length);
    const heading = JSON.parse(file.toString('utf8', from, at)) as Heading;
    if (heading.program !== owner.program || heading.v8 !== owner.v8) return scripts;
    for (const { name, sourceCrc, bytes, crc } of heading.scripts) {
      const code = file.subarray(at, at + bytes);
      at += bytes;
      if (code.length === bytes && crc32(code) === crc) scripts.set(name, { sourceCrc, code });
    }
  } catch {
    // Damaged: the program compiles anew what isn't there.
  }
  return scripts;
}
