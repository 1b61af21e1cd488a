import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive, type Archive } from '../../src/archive/archive';
import { institution } from './samples';
import { tempFolder } from './temp-folder';

/** A new archive, and a folder beside it for files that are to be imported. */
export interface ImportSetting {
  readonly archive: Archive;
  readonly folder: string;
  readonly inbox: string;
}

export async function importSetting(): Promise<ImportSetting> {
  const root = await tempFolder();
  const folder = join(root, 'archive');
  const inbox = join(root, 'inbox');
  await mkdir(inbox);
  return { archive: await createArchive(folder, institution), folder, inbox };
}

/** A text that is like that of no other number. */
export function reportOfHarbour(number: number): string {
  const words = Array.from({ length: 40 }, (_, i) => `word${String(number * 97 + i * 7)}`);
  return `Report number ${String(number)} from the harbour\n\n${words.join(' ')}.\n`;
}
