import type { ArchiveError } from '../../../errors';
import { fileError } from '../file-errors';

/** A compound file (MS-CFB): Word before 2007, Outlook, and what Office encrypts. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/** Why a compound file can't be read, told by the names of its streams. */
export function compoundFileError(name: string, bytes: Uint8Array): ArchiveError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return fileError(
      'file-encrypted',
      name,
      'is protected by a password. Save it without one and try again.',
    );
  }
  return fileError(
    'file-unsupported',
    name,
    'is an old Office document that holds no text to file.',
  );
}
