/**
 * A PDF that was cut off has lost the trailer at its end, which says where its pages begin. The same
 * bytes with one that names the catalogue, where that lies unpacked in what is left; else null.
 */
export function withTrailer(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let root: string | null = null;
  for (const { index } of text.matchAll(/\/Type\s{0,9}\/Catalog\b/g)) {
    const before = text.slice(Math.max(0, index - 4000), index);
    const object = before.slice(Math.max(0, before.lastIndexOf('endobj')));
    root = /(?:^|\s)(\d{1,10}\s\d{1,5})\sobj\b(?![^]*\sobj\b)/.exec(object)?.[1] ?? root;
  }
  if (root === null) return null;
  const trailer = `\nendstream\nendobj\ntrailer\n<</Root ${root} R>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(trailer, 'latin1')]);
}
