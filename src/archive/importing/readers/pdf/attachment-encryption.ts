/**
 * Whether only a PDF's attachments are encrypted (ISO 32000-1, 7.6.5: an embedded-file filter, while
 * streams and strings have the filter 'Identity' or none): its pages need no password.
 */
export function isOnlyAttachmentsEncrypted(bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  return (
    /\/EFF\s*\//.test(text) &&
    /\/Encrypt\b/.test(text) &&
    !/\/StmF\s*\/(?!Identity\b)/.test(text) &&
    !/\/StrF\s*\/(?!Identity\b)/.test(text)
  );
}

/** The same file with its trailer's `Encrypt` under a name that means nothing. */
export function hideEncryption(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = Buffer.from('/Encrypt');
  for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + name.length)) {
    const next = copy[at + name.length] ?? 0x20;
    // "/EncryptMetadata" is another key.
    if (!/[A-Za-z]/.test(String.fromCharCode(next))) copy.write('/Enc-off', at, 'latin1');
  }
  return copy;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
