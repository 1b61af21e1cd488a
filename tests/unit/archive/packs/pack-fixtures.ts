import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type {
  PackToExport,
  PhotoToExport,
  ReleaseToExport,
} from '../../../../src/archive/packs/export/pack-to-export';
import type { Photo, PhotoUse } from '../../../../src/shared/photo';
import { emptyReleaseContent, type Release } from '../../../../src/shared/release';

export const noon = new Date(2026, 10, 23, 12, 0, 0);

const jpegHead =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAA';
const jpegTails = [
  'Bf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8ANf/Z',
  'Av/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AL//Z',
  'BP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8Ac//Z',
] as const;

/** Three grey JPEGs of one pixel. */
export const jpegs = jpegTails.map((tail) => Buffer.from(jpegHead + tail, 'base64'));

const folders: string[] = [];

/** A new folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'press-archive-packs-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export function release(changes: Partial<Release> = {}): Release {
  return {
    ...emptyReleaseContent,
    language: 'en',
    headline: 'University and Harbour Works sign agreement',
    publicationDate: '2024-08-04',
    body: 'The **agreement** was signed.\n\nIt runs for five years.',
    id: '0190f0a0-0000-7000-8000-000000000001',
    revision: 1,
    createdAt: '2024-08-04T09:00:00.000Z',
    modifiedAt: '2024-08-04T09:00:00.000Z',
    deletedAt: null,
    source: null,
    ...changes,
  };
}

export function photo(bytes: Buffer, changes: Partial<Photo> = {}): Photo {
  return {
    id: createHash('sha256').update(bytes).digest('hex'),
    fileName: 'DSC_0001.JPG',
    format: 'jpg',
    bytes: bytes.length,
    width: 1,
    height: 1,
    caption: '',
    altText: '',
    creator: '',
    creditLine: '',
    addedAt: '2024-08-04T09:00:00.000Z',
    ...changes,
  };
}

export function photoUse(changes: Partial<PhotoUse> = {}): PhotoUse {
  return {
    photoId: '0'.repeat(64),
    caption: 'The two presidents sign.',
    altText: 'Two people at a table',
    creditLine: 'Ana Silva / Harbour Works',
    ...changes,
  };
}

/** Writes an original and gives the photo that it is. */
export async function original(
  folder: string,
  index: number,
  changes: Partial<PhotoUse> = {},
): Promise<PhotoToExport> {
  const bytes = jpegs[index % jpegs.length] ?? Buffer.of();
  const described = photo(bytes);
  const path = join(folder, `${described.id}.jpg`);
  await writeFile(path, bytes);
  return { use: photoUse({ photoId: described.id, ...changes }), photo: described, path };
}

export function releaseToExport(
  changes: Partial<Release> = {},
  photos: readonly PhotoToExport[] = [],
): ReleaseToExport {
  return { release: release(changes), partnerNames: ['Harbour Works', '华为'], photos };
}

export function pack(changes: Partial<PackToExport> = {}): PackToExport {
  return {
    id: '0190f0a0-0000-7000-8000-0000000000ff',
    title: 'Harbour dossier',
    coverNote: 'What we did *together*.',
    contact: 'Edna Janssen\n+41 22 555 12 12\npress@example.org',
    institution: { name: 'Institute of the Sea', otherNames: [] },
    releases: [releaseToExport()],
    ...changes,
  };
}
