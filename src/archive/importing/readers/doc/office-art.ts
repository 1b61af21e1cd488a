import type { GivenFile } from '../reader';

/** A shape that lies on the page: a picture, a text box, or both. */
interface Shape {
  /** Counts from 1 among the document's pictures; 0: one that isn't there; null: none. */
  readonly picture: number | null;
  /** Counts from 1 among the document's text boxes; 0: none. */
  readonly textBox: number;
  readonly altText: string;
}

interface ArtRecord {
  readonly type: number;
  readonly isContainer: boolean;
  readonly body: Buffer;
}

const type = {
  shape: 0xf004,
  storeEntry: 0xf007,
  shapeId: 0xf00a,
  options: 0xf00b,
  firstBlip: 0xf018,
  lastBlip: 0xf117,
} as const;

const property = {
  textBox: 0x0080,
  picture: 0x0104,
  linkedPicture: 0x0105,
  description: 0x0381,
} as const;
const deepest = 32;
/** A drawing holds the page, which holds groups. */
const depthOfGroups = 3;
const mostRecords = 200_000;
/** Word writes some ten. */
const mostRecordsOfPicture = 1000;

function* records(bytes: Buffer): Generator<ArtRecord> {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    yield {
      type: bytes.readUInt16LE(at + 2),
      isContainer: ((bytes[at] ?? 0) & 0x0f) === 0x0f,
      body: bytes.subarray(at + 8, at + 8 + length),
    };
    at += 8 + length;
  }
}

/** The drawings of a document (MS-ODRAW): its shapes by their numbers, and its pictures. */
export class OfficeArt {
  readonly #entries: Buffer[] = [];
  readonly #shapes = new Map<number, Shape[]>();
  /** Pictures may lie in the stream `WordDocument`. */
  readonly #stream: Buffer;
  #records = 0;

  constructor(bytes: Buffer, stream: Buffer) {
    this.#stream = stream;
    const first = bytes.length < 8 ? 0 : 8 + bytes.readUInt32LE(4);
    this.#walk(bytes.subarray(0, first), [], 0);
    // Before each of the drawings stands a byte that says whether it's the pages' or their headers'.
    let at = first;
    while (at + 9 <= bytes.length) {
      const end = at + 9 + bytes.readUInt32LE(at + 5);
      this.#walk(bytes.subarray(at + 1, end), [], 0);
      at = end;
    }
  }

  /** All shapes of a group where the number is a group's. */
  shapes(number: number): readonly Shape[] {
    return this.#shapes.get(number) ?? [];
  }

  /** `number` counts from 1; null where the picture isn't in the file. */
  picture(number: number): GivenFile | null {
    const entry = this.#entries[number - 1];
    return entry === undefined ? null : pictureOfEntry(entry, this.#stream);
  }

  /** The shapes of a group also belong to `groups`, which are those around them. */
  #walk(bytes: Buffer, groups: readonly Shape[][], depth: number): void {
    if (depth > deepest) return;
    let around = groups;
    for (const record of records(bytes)) {
      if (++this.#records > mostRecords) return;
      if (record.type === type.storeEntry) this.#entries.push(record.body);
      else if (record.type === type.shape) {
        const { id, shape } = shapeOf(record.body);
        const own = [shape];
        if (!this.#shapes.has(id)) this.#shapes.set(id, own);
        for (const group of around) group.push(shape);
        // The first shape of a group stands for it; the outermost group is the page.
        if (around === groups && depth >= depthOfGroups) around = [...groups, own];
      } else if (record.isContainer) this.#walk(record.body, around, depth + 1);
    }
  }
}

function shapeOf(bytes: Buffer): { readonly id: number; readonly shape: Shape } {
  let id = 0;
  let shape: Shape = { picture: null, textBox: 0, altText: '' };
  for (const record of records(bytes)) {
    if (record.type === type.shapeId && record.body.length >= 4) id = record.body.readUInt32LE(0);
    if (record.type === type.options) shape = optionsOf(record.body);
  }
  return { id, shape };
}

/** Six bytes for each property; texts of properties lie behind all of them, in the same order. */
function optionsOf(bytes: Buffer): Shape {
  let picture: number | null = null;
  let [textBox, altText, count, complexBytes] = [0, '', 0, 0];
  for (let at = 0; at + 6 <= bytes.length - complexBytes; at += 6) {
    count++;
    const code = bytes.readUInt16LE(at);
    if ((code & 0x8000) !== 0) complexBytes += bytes.readUInt32LE(at + 2);
  }
  let complexAt = count * 6;
  for (let i = 0; i < count; i++) {
    const code = bytes.readUInt16LE(i * 6);
    const value = bytes.readUInt32LE(i * 6 + 2);
    const id = code & 0x3fff;
    if ((code & 0x8000) === 0) {
      if (id === property.picture) picture = value;
      if (id === property.linkedPicture) picture ??= 0;
      // The number of the text box is in the higher half.
      if (id === property.textBox) textBox = value >>> 16;
      continue;
    }
    if (id === property.description) {
      altText = bytes.toString('utf16le', complexAt, Math.min(bytes.length, complexAt + value));
    }
    complexAt += value;
  }
  return { picture, textBox, altText: altText.replaceAll('\0', '') };
}

/** An entry of the store (2.2.32) holds its picture, or says where it lies. */
function pictureOfEntry(entry: Buffer, stream: Buffer): GivenFile | null {
  if (entry.length < 36) return null;
  const inside = entry.subarray(36 + (entry[33] ?? 0));
  if (inside.length > 8) return pictureOfBlip(inside);
  const at = entry.readUInt32LE(28);
  return at === 0xffffffff || at + 8 > stream.length ? null : pictureOfBlip(stream.subarray(at));
}

/** The bytes of a picture as its own format has them (2.2.23), which lie behind one or two digests. */
function pictureOfBlip(bytes: Buffer): GivenFile | null {
  if (bytes.length < 8) return null;
  const kind = bytes.readUInt16LE(2);
  if (kind < type.firstBlip || kind > type.lastBlip) return null;
  const body = bytes.subarray(8, 8 + bytes.readUInt32LE(4));
  const start = [17, 33].find((at) => isPhoto(body, at)) ?? 17;
  return body.length <= start ? null : { name: '', bytes: new Uint8Array(body.subarray(start)) };
}

function isPhoto(bytes: Buffer, at: number): boolean {
  const isJpeg = bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff;
  return isJpeg || bytes.toString('latin1', at, at + 4) === '\x89PNG';
}

export interface InlinePicture {
  /** Else it's a drawing or a text box. */
  readonly isPicture: boolean;
  /** null where it isn't in the file. */
  readonly file: GivenFile | null;
  readonly altText: string;
}

/** A picture in the line of text (MS-DOC, 2.9.190), by its place in the stream `Data`. */
export function inlinePicture(data: Buffer, at: number): InlinePicture {
  const none = { isPicture: false, file: null, altText: '' };
  if (at + 8 > data.length) return none;
  const end = Math.min(data.length, at + data.readUInt32LE(at));
  const mapping = data.readUInt16LE(at + 6);
  let start = at + data.readUInt16LE(at + 4);
  // A picture with a name has it behind the header.
  if (mapping === 0x66) start += 1 + (data[start] ?? 0);
  else if (mapping !== 0x64) {
    // A metafile, which is no photo.
    const file = { name: '', bytes: data.subarray(start, end) };
    return { isPicture: true, file: start < end ? file : null, altText: '' };
  }
  let file: GivenFile | null = null;
  let shape: Shape | null = null;
  let count = 0;
  for (const record of records(data.subarray(start, end))) {
    if (++count > mostRecordsOfPicture) break;
    if (record.type === type.shape) ({ shape } = shapeOf(record.body));
    else if (record.type === type.storeEntry) {
      file ??= pictureOfEntry(record.body, data.subarray(0, 0));
    } else if (record.type >= type.firstBlip && record.type <= type.lastBlip) {
      const header = Buffer.alloc(8);
      header.writeUInt16LE(record.type, 2);
      header.writeUInt32LE(record.body.length, 4);
      file ??= pictureOfBlip(Buffer.concat([header, record.body]));
    }
  }
  const isPicture = file !== null || (shape?.picture ?? null) !== null;
  return { isPicture, file, altText: shape?.altText ?? '' };
}
