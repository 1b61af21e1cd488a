import { join } from 'node:path';
import { systemErrorCode } from '../errors';
import type { FileLayer } from './file-layer';

const segmentName = /^(\d{8})\.log$/;

export function segmentFile(number: number): string {
  return `${String(number).padStart(8, '0')}.log`;
}

export function segmentPath(folder: string, number: number): string {
  return join(folder, segmentFile(number));
}

/** The segments that exist, oldest first. */
export async function segmentNumbers(folder: string, files: FileLayer): Promise<number[]> {
  let names: string[];
  try {
    names = await files.readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
  return names
    .flatMap((name) => {
      const digits = segmentName.exec(name)?.[1];
      return digits === undefined ? [] : [Number(digits)];
    })
    .sort((a, b) => a - b);
}
