/** A single property modification (MS-DOC, 2.2.5.1): a code of 16 bits and what it sets. */
type OnSprm = (code: number, operand: Buffer) => void;

const operandBytes = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const tableDefinition = 0xd608;
const changedTabs = 0xc615;

/** Calls back for each modification of a list; one that is cut off ends it. */
export function eachSprm(list: Buffer, onSprm: OnSprm): void {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size: number = operandBytes[code >>> 13] ?? 1;
    if (size === -1) {
      if (code === tableDefinition) {
        if (at + 2 > list.length) return;
        size = list.readUInt16LE(at) + 1;
      } else {
        const said = list[at] ?? 0;
        // 255 says that the size must be worked out, which nothing here needs.
        if (code === changedTabs && said === 255) return;
        size = said + 1;
      }
    }
    if (at + size > list.length) return;
    onSprm(code, list.subarray(at, at + size));
    at += size;
  }
}
