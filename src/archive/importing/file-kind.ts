interface Signature {
  readonly bytes: readonly number[];
  readonly kind: string;
}

/** First bytes of the kinds of file that people try most, and what to call them in a sentence. */
const signatures: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'a Word document or ZIP file' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: 'an empty ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Office document' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: 'a rich text (RTF) document' },
];

/** Endings of texts that are for programs: in a folder they lie beside releases. */
const forPrograms =
  /\.(?:json|jsonl|js|mjs|cjs|ts|css|scss|map|svg|xml|xsl|xsd|rss|csv|tsv|sql|log|ini|ya?ml|toml|lock|sh|bat|ps1|py|php)$/i;

/** Whether a text calls itself something that no release is called. */
export function isForPrograms(name: string): boolean {
  return forPrograms.test(name);
}

/** What a file is that can't be read as text; null where its first bytes don't say. */
export function knownFileKind(bytes: Uint8Array): string | null {
  const found = signatures.find((signature) =>
    signature.bytes.every((byte, index) => bytes[index] === byte),
  );
  return found?.kind ?? null;
}
