import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import { requestSchemas } from '../../src/shared/ipc-contract';
import { openClient, type Client } from '../support/contract';
import { content } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

async function filledClient(): Promise<Client> {
  const client = await openClient();
  await client.get('release:file', { content: content({ headline: 'One' }), source: null });
  await client.get('release:file', { content: content({ headline: 'Two' }), source: null });
  return client;
}

describe('backups, as the window asks', () => {
  it('teach where they will be before there is one', async () => {
    const client = await openClient();
    const state = await client.get('backup:state', null);
    expect(state).toMatchObject({
      backups: [],
      lastRehearsal: null,
      lastProven: null,
      running: null,
      trouble: null,
      onSameDisk: true,
      settings: { every: 'day', folder: null, rehearse: true },
    });
    expect(basename(state.folder)).toBe('archive backups');
  });

  it('are made and proven in one, and the window hears of it', async () => {
    const client = await filledClient();
    const state = await client.get('backup:make', null);
    expect(state.backups).toMatchObject([{ releases: 2, reason: 'routine', proven: true }]);
    expect(state.lastProven).toMatchObject({ releases: 2, ok: true });
    expect(client.changes).toContain('backups');
  });

  it('are proven again when somebody asks', async () => {
    const client = await filledClient();
    await client.get('backup:change-settings', { rehearse: false });
    expect((await client.get('backup:make', null)).lastProven).toBeNull();
    expect((await client.get('backup:rehearse', null)).lastProven).toMatchObject({ ok: true });
  });

  it('can’t be proven before one was made', async () => {
    const client = await filledClient();
    expect(await client.ask('backup:rehearse', null)).toMatchObject({
      ok: false,
      error: { code: 'backup-missing' },
    });
  });

  it('say that one is damaged, in the answer and with the archive', async () => {
    const client = await filledClient();
    const { backups } = await client.get('backup:make', null);
    await appendFile(join(backups[0]!.folder, 'data', 'archive.json'), ' ');
    const state = await client.get('backup:rehearse', null);
    expect(state).toMatchObject({ lastRehearsal: { ok: false }, trouble: { what: 'rehearsal' } });
    expect(state.lastProven).toBeNull();
    expect(client.archive.info().backupTrouble).toEqual(state.trouble);
  });

  it('are cancelled', async () => {
    const client = await filledClient();
    const making = client.ask('backup:make', null);
    await client.get('backup:cancel', null);
    expect(await making).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await client.get('backup:state', null)).toMatchObject({ backups: [], trouble: null });
  });

  it('are refused while another piece of work is under way', async () => {
    const client = await filledClient();
    const [first, second] = await Promise.all([
      client.ask('backup:make', null),
      client.ask('backup:make', null),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'archive-busy' } });
  });

  it('keep to the settings, which bound what can be asked for', async () => {
    const client = await filledClient();
    const folder = await tempFolder();
    const state = await client.get('backup:change-settings', {
      folder,
      every: 'week',
      keepDaily: 3,
    });
    expect(state).toMatchObject({ folder, settings: { folder, every: 'week', keepDaily: 3 } });
    const back = await client.get('backup:change-settings', { folder: null });
    expect(back.settings).toMatchObject({ folder: null, every: 'week', keepDaily: 3 });
    const schema = requestSchemas['backup:change-settings'];
    for (const wrong of [
      { every: 'hour' },
      { keepDaily: -1 },
      { keepDaily: 1e9 },
      { folder: '' },
      { x: 1 },
    ]) {
      expect(schema.safeParse(wrong).success).toBe(false);
    }
  });

  it('are refused inside the archive', async () => {
    const client = await filledClient();
    const folder = join(client.folder, 'backups');
    expect(await client.ask('backup:change-settings', { folder })).toMatchObject({
      ok: false,
      error: { code: 'folder-inside-archive' },
    });
  });
});

describe('restoring, as the window asks', () => {
  it('makes an archive in an empty folder, which then opens', async () => {
    const client = await filledClient();
    const { backups } = await client.get('backup:make', null);
    const folder = join(await tempFolder(), 'restored');
    await mkdir(folder);
    const restored = await client.get('backup:restore', { backup: backups[0]!.name, folder });
    expect(restored).toMatchObject({ folder, counts: { releases: 2 }, problems: [] });
    const opened = await openArchive(folder);
    expect(opened.info()).toMatchObject({ readOnly: null, counts: { releases: 2 } });
    await opened.close();
  });

  it('is refused over something, without a backup of that name, and out of a damaged one', async () => {
    const client = await filledClient();
    const { backups } = await client.get('backup:make', null);
    const folder = await tempFolder();
    await writeFile(join(folder, 'mine.txt'), 'mine');
    const codeOf = async (backup: string, target: string): Promise<string> => {
      const reply = await client.ask('backup:restore', { backup, folder: target });
      return reply.ok ? 'ok' : reply.error.code;
    };
    const { name } = backups[0]!;
    expect(await codeOf(name, folder)).toBe('folder-not-empty');
    expect(await codeOf('2001-01-01T000000Z', join(folder, 'new'))).toBe('backup-missing');
    expect(await codeOf('../archive', join(folder, 'new'))).toBe('backup-missing');
    expect(await codeOf(name, join(client.folder, 'new'))).toBe('folder-inside-archive');
    await appendFile(join(backups[0]!.folder, 'data', 'archive.json'), ' ');
    expect(await codeOf(name, join(folder, 'new'))).toBe('backup-damaged');
  });
});
