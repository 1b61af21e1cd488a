/** A list of places with something about each (MS-DOC, 2.2.2). */
export interface Plc {
  readonly count: number;
  /** From 0 to `count`, the last one being the end. */
  position: (index: number) => number;
  /** What is kept about a place; of the size that was asked for. */
  data: (index: number) => Buffer;
}

/** `dataBytes` is what each place keeps. */
export function plcOf(bytes: Buffer, dataBytes: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + dataBytes)));
  const dataStart = (count + 1) * 4;
  return {
    count,
    position: (index) => (index * 4 + 4 <= bytes.length ? bytes.readUInt32LE(index * 4) : 0),
    data: (index) =>
      bytes.subarray(dataStart + index * dataBytes, dataStart + (index + 1) * dataBytes),
  };
}

/** The last place at or before a position; -1 where it lies before all of them. */
export function indexAt(plc: Plc, position: number): number {
  let low = 0;
  let high = plc.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (plc.position(middle) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
