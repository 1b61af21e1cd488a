import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../../../src/archive/errors';
import type { ToFile } from '../../../../../src/archive/releases/release-service';
import {
  ImportBatches,
  type PreparedRelease,
} from '../../../../../src/archive/importing/batch/import-batches';
import type { Outcome } from '../../../../../src/archive/importing/batch/import-result';
import type { Release } from '../../../../../src/shared/release';
import { content } from '../../../../support/samples';

const group = '01900000-0000-7000-8000-000000000001';

const sourceOf = (name: string) => ({
  fileName: name,
  sha256: name,
  bytes: 1,
  encoding: 'utf-8',
});

const prepared = (name: string, body = 'Text.'): PreparedRelease => {
  const { body: _body, ...withoutBody } = content({ headline: name });
  return {
    kind: 'prepared',
    toFile: {
      content: content({ headline: name, body }),
      source: sourceOf(name),
    },
    told: {
      path: `/${name}.txt`,
      content: withoutBody,
      encoding: 'utf-8',
      encodingSure: true,
      captions: [],
      openEmbargo: null,
      partners: [],
      proposedPartners: [],
      photos: [],
      review: [],
      remarks: [],
    },
  };
};

/** Files what is asked for in memory; refuses every batch that has a release of that name. */
function archiveThatRefuses(refused: readonly string[] = []) {
  const batches: string[][] = [];
  const fileAll = async (
    batch: readonly ToFile[],
    ofGroup: string,
  ): Promise<readonly Release[]> => {
    expect(ofGroup).toBe(group);
    const names = batch.map((each) => each.content.headline);
    if (names.some((name) => refused.includes(name))) {
      throw new ArchiveError('photo-missing', 'A photo of this release is no longer there.');
    }
    batches.push(names);
    return batch.map(
      (each) => ({ ...each.content, id: `id of ${each.content.headline}` }) as Release,
    );
  };
  return { fileAll, batches };
}

function told(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) =>
    outcome.kind === 'filed'
      ? (outcome.release.id ?? 'nothing')
      : outcome.kind === 'failed'
        ? `failed ${outcome.failed[0]?.path ?? ''}`
        : outcome.kind === 'already-here'
          ? `here ${outcome.release.path}`
          : `remarked ${outcome.path}`,
  );
}

async function imported(
  releases: readonly (PreparedRelease | Outcome)[],
  refused: readonly string[] = [],
): Promise<{ batches: string[][]; outcomes: readonly string[] }> {
  const archive = archiveThatRefuses(refused);
  const outcomes: Outcome[] = [];
  const importing = new ImportBatches(archive, group, (outcome) => outcomes.push(outcome));
  for (const release of releases) await importing.add(release);
  await importing.fileWaiting();
  return { batches: archive.batches, outcomes: told(outcomes) };
}

const many = (count: number): PreparedRelease[] =>
  Array.from({ length: count }, (_, index) => prepared(`R${index}`));

describe('an import', () => {
  it('files a hundred releases at a time', async () => {
    const { batches, outcomes } = await imported(many(250));
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(outcomes).toEqual(many(250).map(({ told: { path } }) => `id of ${path.slice(1, -4)}`));
  });

  it('files fewer at a time where the texts are long', async () => {
    const long = 'x'.repeat(6 * 1024 * 1024);
    const { batches } = await imported(['a', 'b', 'c', 'd'].map((name) => prepared(name, long)));
    expect(batches.map((batch) => batch.length)).toEqual([3, 1]);
  });

  it('finds the release that its batch was refused for, and files the others', async () => {
    const { batches, outcomes } = await imported(many(100), ['R41', 'R77']);
    expect(batches.flat()).toHaveLength(98);
    expect(outcomes.filter((outcome) => outcome.startsWith('failed'))).toEqual([
      'failed /R41.txt',
      'failed /R77.txt',
    ]);
    expect(outcomes.indexOf('failed /R41.txt')).toBe(41);
  });

  it('tells what became of each file in the order of the files', async () => {
    const here: Outcome = {
      kind: 'already-here',
      release: { path: '/here.txt', id: 'x', headline: 'X', inThisRun: null },
    };
    const { outcomes } = await imported([here, prepared('a'), here, prepared('b')]);
    expect(outcomes).toEqual(['here /here.txt', 'id of a', 'here /here.txt', 'id of b']);
  });

  it('knows which texts wait', async () => {
    const importing = new ImportBatches(archiveThatRefuses(), group, () => undefined);
    await importing.add(prepared('a'));
    expect([importing.isWaiting(sourceOf('a')), importing.isWaiting(sourceOf('b'))]).toEqual([
      true,
      false,
    ]);
    await importing.fileWaiting();
    expect(importing.isWaiting(sourceOf('a'))).toBe(false);
  });
});
