import { compoundOf, type Streams } from './make-compound';

export interface MessageParts {
  readonly subject?: string;
  readonly text?: string;
  readonly html?: Uint8Array;
  readonly rtf?: Uint8Array;
  /** As it came through servers. */
  readonly headers?: string;
  readonly sent?: Date;
  readonly codePage?: number;
  readonly messageClass?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly bytes?: Uint8Array;
    readonly contentId?: string;
    readonly type?: string;
    readonly message?: MessageParts;
  }[];
  /** Texts in the code page instead of Unicode: number of the property -> bytes. */
  readonly narrow?: Readonly<Record<string, Uint8Array>>;
}

/** A message as Outlook saves it (MS-OXMSG). */
export function msgOf(message: MessageParts): Buffer {
  return compoundOf(streamsOf(message, 32));
}

function streamsOf(message: MessageParts, headerBytes: number): Streams {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const streams: Record<string, Uint8Array | Streams> = {
    '__properties_version1.0': numbersOf(message, headerBytes),
  };
  const add = (code: string, bytes: Uint8Array | undefined) => {
    if (bytes !== undefined) streams[`__substg1.0_${code}`] = bytes;
  };
  add('001A001F', wide(message.messageClass ?? 'IPM.Note'));
  if (message.subject !== undefined) add('0037001F', wide(message.subject));
  if (message.text !== undefined) add('1000001F', wide(message.text));
  if (message.headers !== undefined) add('007D001F', wide(message.headers));
  add('10130102', message.html);
  add('10090102', message.rtf);
  for (const [id, bytes] of Object.entries(message.narrow ?? {})) add(`${id}001E`, bytes);
  for (const [i, given] of (message.attachments ?? []).entries()) {
    const attached: Record<string, Uint8Array | Streams> = {
      '__properties_version1.0': Buffer.alloc(8),
      '__substg1.0_3707001F': wide(given.name),
    };
    if (given.bytes !== undefined) attached['__substg1.0_37010102'] = given.bytes;
    if (given.contentId !== undefined) attached['__substg1.0_3712001F'] = wide(given.contentId);
    if (given.type !== undefined) attached['__substg1.0_370E001F'] = wide(given.type);
    if (given.message !== undefined) {
      attached['__substg1.0_3701000D'] = streamsOf(given.message, 24);
    }
    streams[`__attach_version1.0_#${String(i).padStart(8, '0')}`] = attached;
  }
  return streams;
}

function numbersOf({ sent, codePage }: MessageParts, headerBytes: number): Buffer {
  const entry = (tag: number, value: bigint): Buffer => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32LE(tag, 0);
    bytes.writeUInt32LE(6, 4);
    bytes.writeBigUInt64LE(value, 8);
    return bytes;
  };
  const entries: Buffer[] = [Buffer.alloc(headerBytes)];
  if (codePage !== undefined) entries.push(entry(0x3fde0003, BigInt(codePage)));
  if (sent !== undefined) {
    // Tenths of microseconds since 1601.
    entries.push(entry(0x00390040, BigInt(sent.getTime() + 11_644_473_600_000) * 10_000n));
  }
  return Buffer.concat(entries);
}
