import type { VerifyProblem } from '../../../../shared/press-pack';
import { malformed, type BagSource } from './bag-source';
import { bagInfoValues } from './declaration';
import { isSystemFile } from './file-finder';
import type { Listing } from './read-manifests';

/** Compares `Payload-Oxum` ("bytes.files", RFC 8493, section 2.2.2) with what is there. */
export function checkPayloadOxum(
  infoFile: string,
  infoText: string,
  source: BagSource,
  { expected, missing }: Listing,
): readonly VerifyProblem[] {
  const payload = [...source.files].filter(
    ([file]) => file.startsWith('data/') && (expected.has(file) || !isSystemFile(file)),
  );
  // A listed system file that a file manager dropped was counted, with a size that nobody knows.
  const dropped = [...missing].filter((path) => path.startsWith('data/') && isSystemFile(path));
  const files = payload.length + dropped.length;
  const bytes = payload.reduce((sum, [, size]) => sum + size, 0);
  return bagInfoValues(infoText, 'Payload-Oxum').flatMap((value) => {
    const [, saidBytes, saidFiles] = /^(\d+)\.(\d+)$/u.exec(value) ?? [];
    if (saidBytes === undefined || saidFiles === undefined) {
      return [malformed(infoFile, `Payload-Oxum in ${infoFile} is not bytes.files: "${value}".`)];
    }
    const bytesFit = dropped.length > 0 ? bytes <= Number(saidBytes) : bytes === Number(saidBytes);
    if (bytesFit && files === Number(saidFiles)) return [];
    return [
      {
        kind: 'changed',
        path: infoFile,
        message: `${infoFile} counts ${saidFiles} files with ${saidBytes} bytes, but there are ${files} with ${bytes}.`,
      },
    ] satisfies VerifyProblem[];
  });
}
