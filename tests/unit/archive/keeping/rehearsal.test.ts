import { appendFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultArchiveSettings } from '../../../../src/shared/archive-settings';
import { makeBackup } from '../../../../src/archive/keeping/backups';
import { listRehearsals, rehearseRestore } from '../../../../src/archive/keeping/rehearsal';
import { content } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';
import { fileAnother, filledArchive } from './filled-archive';

async function backedUp() {
  const archive = await filledArchive();
  const { folder, name } = await makeBackup(archive, defaultArchiveSettings.backup);
  return { archive, backup: folder, name, backups: dirname(folder) };
}

describe('a rehearsal', () => {
  it('proves that the newest backup can be restored, and remembers it', async () => {
    const { archive, name, backups } = await backedUp();
    const rehearsal = await rehearseRestore(archive.folder, backups);
    expect(rehearsal).toMatchObject({ backup: name, releases: 3, ok: true, problems: [] });
    expect(rehearsal.tookMs).toBeGreaterThan(0);
    expect(await listRehearsals(backups)).toEqual([rehearsal]);
    expect((await readdir(backups)).sort()).toEqual([name, 'rehearsals.json'].sort());
  });

  it('holds while the archive goes on changing', async () => {
    const { archive, backups } = await backedUp();
    await fileAnother(archive, 1);
    const [first] = (await archive.search.find(listing)).hits;
    const { release } = await archive.releases.read(first!.release.id);
    await archive.releases.revise(release.id, release.revision, content({ headline: 'Revised' }));
    await archive.describe({ name: 'Northquay University', otherNames: [] });
    expect(await rehearseRestore(archive.folder, backups)).toMatchObject({ ok: true });
  });

  it('finds a backup that was tampered with, and keeps that too', async () => {
    const { archive, backup, backups } = await backedUp();
    await rehearseRestore(archive.folder, backups);
    await appendFile(join(backup, 'data', 'partners.json'), ' ');
    const rehearsal = await rehearseRestore(archive.folder, backups);
    expect(rehearsal).toMatchObject({ ok: false, releases: 0 });
    expect(rehearsal.problems.join()).toMatch(
      /^The backup is not as it was made: data\/partners\.json is not what it was/,
    );
    expect((await listRehearsals(backups)).map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('finds out that the archive lost a release since', async () => {
    const { archive, backups } = await backedUp();
    await archive.close();
    await rm(join(archive.folder, 'releases', '2022-11.json'));
    await rm(join(archive.folder, 'copies'), { recursive: true, force: true });
    const { ok, problems } = await rehearseRestore(archive.folder, backups);
    expect(ok).toBe(false);
    expect(problems).toEqual([
      'The archive has lost "北码头理工学院与澜光科技签署战略合作协议"; the backup has it.',
    ]);
  });

  it('needs a backup of this archive', async () => {
    const { archive, backups } = await backedUp();
    const other = await filledArchive();
    for (const folder of [await tempFolder(), join(backups, 'nowhere')]) {
      await expect(rehearseRestore(archive.folder, folder)).rejects.toMatchObject({
        code: 'backup-missing',
      });
    }
    await expect(rehearseRestore(other.folder, backups)).rejects.toMatchObject({
      code: 'backup-missing',
    });
  });

  it('that is cancelled proves nothing and leaves nothing', async () => {
    const { archive, name, backups } = await backedUp();
    const signal = AbortSignal.abort();
    await expect(rehearseRestore(archive.folder, backups, { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await readdir(backups)).toEqual([name]);
  });
});

const listing = {
  text: '',
  partnerIds: [],
  place: 'archive',
  year: null,
  sort: 'newest',
  offset: 0,
  limit: 1,
} as const;
