import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyDigest, bodyToMarkdown } from '../../../../src/archive/store/body-file';
import { realFiles, type FileLayer } from '../../../../src/archive/store/file-layer';
import { Layout } from '../../../../src/archive/store/layout';
import { Pace } from '../../../../src/archive/store/pace';
import type { ReleaseRecord } from '../../../../src/archive/store/records';
import {
  readRevision,
  saveRevisions,
  type UnsavedRevision,
} from '../../../../src/archive/store/revisions';
import { content } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

const text = 'The first text.';
const pace = new Pace({ underWay: null });

function revision(overrides: Partial<UnsavedRevision> = {}): UnsavedRevision {
  const { body: _body, ...rest } = content();
  const record: ReleaseRecord = {
    ...rest,
    id: '01900000-0000-7000-8000-0000000000ab',
    revision: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    source: null,
    bodySha256: bodyDigest(text),
    excerpt: text,
  };
  return {
    record,
    body: null,
    months: ['2023-03'],
    replacedAt: '2026-02-01T00:00:00.000Z',
    replacedBy: 'release:revise',
    ...overrides,
  };
}

/** A disk whose readings of Markdown files fail so many times. */
function failingReadings(times: number): FileLayer {
  let left = times;
  return {
    ...realFiles,
    pause: () => Promise.resolve(),
    readFile: (path) => {
      if (!path.endsWith('.md') || left === 0) return realFiles.readFile(path);
      left -= 1;
      return Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));
    },
  };
}

async function withMarkdown(files: FileLayer): Promise<Layout> {
  const layout = new Layout(await tempFolder(), files);
  const { record } = revision();
  const path = layout.bodyFile('2023-03', record.id);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bodyToMarkdown(record, text));
  return layout;
}

describe('an earlier revision', () => {
  it('is kept with the text that is still in its Markdown file', async () => {
    const layout = await withMarkdown(realFiles);
    const { record } = revision();
    await saveRevisions(layout, [revision()], pace);
    expect(await readRevision(layout, record.id, 1)).toEqual({
      record,
      body: text,
      replacedAt: '2026-02-01T00:00:00.000Z',
      replacedBy: 'release:revise',
    });
  });

  it('waits for a disk that can be read again a moment later', async () => {
    const layout = await withMarkdown(failingReadings(2));
    await saveRevisions(layout, [revision()], pace);
    expect((await readRevision(layout, revision().record.id, 1))?.body).toBe(text);
  });

  it('is kept without its text where the disk has lost that for good', async () => {
    const layout = await withMarkdown(failingReadings(Infinity));
    await saveRevisions(layout, [revision()], pace);
    expect(await readRevision(layout, revision().record.id, 1)).toMatchObject({ body: null });
  });

  it('that was kept before a kill is not written again without its text', async () => {
    const layout = await withMarkdown(realFiles);
    await saveRevisions(layout, [revision()], pace);
    // the Markdown file has the next revision by now
    await writeFile(layout.bodyFile('2023-03', revision().record.id), 'Another text.');
    await saveRevisions(layout, [revision()], pace);
    expect((await readRevision(layout, revision().record.id, 1))?.body).toBe(text);
  });
});
