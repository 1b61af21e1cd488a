import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import { encodeChecked } from '../../../../src/archive/store/durable-json';
import { undoDepth } from '../../../../src/archive/store/undo-log';
import { everything } from '../../../support/contract';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

async function newArchive(): Promise<Archive> {
  const archive = await createArchive(join(await tempFolder(), 'archive'), institution);
  onTestFinished(() => archive.close().catch(() => undefined));
  return archive;
}

async function reopened(folder: string): Promise<Archive> {
  const archive = await openArchive(folder);
  onTestFinished(() => archive.close().catch(() => undefined));
  return archive;
}

const company = { aliases: [], kind: 'company', country: '', note: '' } as const;
const noChange = {
  addTags: [],
  removeTags: [],
  addPartnerIds: [],
  removePartnerIds: [],
  status: null,
  language: null,
};

/** What a person sees of an archive: everything but revision numbers and the times of changes. */
async function seen(archive: Archive): Promise<unknown> {
  const releases: unknown[] = [];
  for (const place of ['archive', 'trash'] as const) {
    const { hits } = await archive.search.find({ ...everything, place, limit: 1_000 });
    for (const { release } of hits) {
      const { release: whole } = await archive.releases.read(release.id);
      const { revision: _revision, modifiedAt: _modified, deletedAt: _deleted, ...rest } = whole;
      releases.push({ place, ...rest });
    }
  }
  releases.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  const partners = archive.partners.list().map(({ id, name, aliases }) => ({ id, name, aliases }));
  const packs = archive.packs.list().map(({ title, items }) => ({ title, items }));
  packs.sort((a, b) => a.title.localeCompare(b.title));
  return { releases, partners, packs, institution: archive.info().institution };
}

/** The folder as a power cut at this instant would leave it. */
async function leftByPowerCut(archive: Archive): Promise<string> {
  const left = join(await tempFolder(), 'left');
  const copy = async (from: string, to: string): Promise<void> => {
    await mkdir(to, { recursive: true });
    for (const entry of await readdir(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) await copy(source, target);
      else await copyFile(source, target);
    }
  };
  await copy(archive.folder, left);
  await rm(join(left, 'lock.json'));
  return left;
}

describe('undo', () => {
  it('takes an edit back and makes it again, text and all', async () => {
    const archive = await newArchive();
    const { id } = await archive.releases.file(content({ headline: 'First', body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ headline: 'Second', body: 'Two.' }));
    expect(archive.info().undo).toMatchObject({
      action: 'release:revise',
      name: 'Second',
      count: 1,
    });
    await archive.undo.undo();
    expect((await archive.releases.read(id)).release).toMatchObject({
      revision: 3,
      headline: 'First',
      body: 'One.',
    });
    expect(archive.info().redo).toMatchObject({ action: 'release:revise' });
    await archive.undo.redo();
    expect((await archive.releases.read(id)).release).toMatchObject({
      revision: 4,
      headline: 'Second',
      body: 'Two.',
    });
    expect(archive.info().redo).toBeNull();
  });

  it('of filing moves the release to the trash, and redo takes it out again', async () => {
    const archive = await newArchive();
    await archive.releases.file(content(), null);
    await archive.undo.undo();
    expect(archive.info().counts).toMatchObject({ releases: 0, trash: 1 });
    await archive.undo.redo();
    expect(archive.info().counts).toMatchObject({ releases: 1, trash: 0 });
  });

  it('takes a bulk edit, a bulk deletion and an import back as one step each', async () => {
    const archive = await newArchive();
    const batch = [1, 2, 3].map((n) => ({ content: content({ headline: `R${n}` }), source: null }));
    const group = '01900000-0000-7000-8000-000000000001';
    const filed = [
      ...(await archive.releases.fileAll(batch, group)),
      ...(await archive.releases.fileAll(batch, group)),
    ];
    const ids = filed.map(({ id }) => id);
    const before = await seen(archive);
    expect(await archive.releases.editMany(ids, { ...noChange, addTags: ['energy'] })).toBe(6);
    await archive.releases.delete(ids);
    expect(archive.info().undo).toMatchObject({ action: 'release:delete', count: 6 });
    await archive.undo.undo();
    expect(archive.info().undo).toMatchObject({ action: 'release:edit-many', count: 6 });
    await archive.undo.undo();
    expect(await seen(archive)).toEqual(before);
    expect(archive.info().undo).toMatchObject({ action: 'release:import', count: 6 });
    await archive.undo.undo();
    expect(archive.info().counts).toMatchObject({ releases: 0, trash: 6 });
    expect(archive.info().undo).toBeNull();
    await archive.undo.redo();
    expect(await seen(archive)).toEqual(before);
  });

  it('takes a merge of partners back: their names, their releases, also those in the trash', async () => {
    const archive = await newArchive();
    const kept = await archive.partners.add({ name: 'Maravel Turbines', ...company });
    const gone = await archive.partners.add({
      name: 'Maravel',
      ...company,
      aliases: [{ name: '澜光科技', language: 'zh' }],
    });
    const tagged = await archive.releases.file(content({ partnerIds: [gone.id, kept.id] }), null);
    const trashed = await archive.releases.file(content({ partnerIds: [gone.id] }), null);
    await archive.releases.delete([trashed.id]);
    const before = await seen(archive);
    await archive.partners.merge(kept.id, [gone.id]);
    expect(archive.partners.list()).toMatchObject([
      {
        name: 'Maravel Turbines',
        aliases: [{ name: 'Maravel' }, { name: '澜光科技' }],
        releaseCount: 1,
      },
    ]);
    expect((await archive.releases.read(tagged.id)).release.partnerIds).toEqual([kept.id]);
    expect((await archive.releases.read(trashed.id)).release.partnerIds).toEqual([kept.id]);
    const merged = await seen(archive);
    expect(archive.info().undo).toMatchObject({
      action: 'partner:merge',
      name: 'Maravel Turbines',
    });
    await archive.undo.undo();
    expect(await seen(archive)).toEqual(before);
    await archive.undo.redo();
    expect(await seen(archive)).toEqual(merged);
  });

  it('goes over what a step did to one release several times in one go, text and record alike', async () => {
    const archive = await newArchive();
    const group = '01900000-0000-7000-8000-000000000003';
    const { id } = await archive.releases.file(content({ headline: 'R1', body: 'One.' }), null);
    await archive.releases.revise(id, 1, content({ headline: 'R2', body: 'Two.' }), { group });
    await archive.releases.revise(id, 2, content({ headline: 'R3', body: 'One.' }), { group });
    await archive.undo.undo();
    expect((await archive.releases.read(id)).release).toMatchObject({
      headline: 'R1',
      body: 'One.',
    });
    await archive.undo.redo();
    expect((await archive.releases.read(id)).release).toMatchObject({
      revision: 5,
      headline: 'R3',
      body: 'One.',
    });
    await archive.save();
    expect((await archive.verify()).problems).toEqual([]);
    expect((await archive.history.read(id, 4)).headline).toBe('R1');
  });

  it('takes a release and the partners that were made for it back together', async () => {
    const archive = await newArchive();
    const group = '01900000-0000-7000-8000-000000000002';
    const partner = await archive.partners.add({ name: 'Maravel Turbines', ...company }, group);
    await archive.releases.file(content({ partnerIds: [partner.id] }), null, group);
    expect(archive.info().undo).toMatchObject({
      action: 'release:file',
      count: 1,
      name: content().headline,
    });
    await archive.undo.undo();
    expect(archive.partners.list()).toEqual([]);
    expect(archive.info().undo).toBeNull();
  });

  it('keeps in mind that a pack was handed out', async () => {
    const archive = await newArchive();
    const { id: releaseId } = await archive.releases.file(content(), null);
    const items = [{ releaseId, photoIds: [] }];
    const pack = await archive.packs.create({ title: 'Pack', coverNote: '', contact: '', items });
    await archive.packs.revise(pack.id, { title: 'Renamed', coverNote: '', contact: '', items });
    await archive.packs.export(pack.id, await tempFolder());
    await archive.undo.undo();
    expect(archive.packs.read(pack.id)).toMatchObject({ title: 'Pack' });
    expect(archive.packs.read(pack.id).seals).toHaveLength(1);
  });

  it('is given up for good by doing something else', async () => {
    const archive = await newArchive();
    await archive.releases.file(content({ headline: 'First' }), null);
    await archive.undo.undo();
    await archive.releases.file(content({ headline: 'Second' }), null);
    expect(await archive.undo.redo()).toBeNull();
    expect(archive.info().redo).toBeNull();
  });

  it('goes back fifty steps after a restart, and no further', async () => {
    const archive = await newArchive();
    for (let number = 0; number < undoDepth + 5; number += 1) {
      await archive.packs.create({
        title: `Pack ${number}`,
        coverNote: '',
        contact: '',
        items: [],
      });
    }
    await archive.close();
    const again = await reopened(archive.folder);
    let undone = 0;
    while ((await again.undo.undo()) !== null) undone += 1;
    expect(undone).toBe(undoDepth);
    expect(again.packs.list()).toHaveLength(5);
  });

  it('has a whole second copy again after a kill that came before it was written', async () => {
    const archive = await newArchive();
    await archive.releases.file(content(), null);
    archive.holdJournal();
    await archive.save();
    const left = await leftByPowerCut(archive);
    const nothing = { sequence: 0, done: [], undone: [] };
    await writeFile(join(left, 'copies', 'history', 'undo.json'), encodeChecked(nothing));
    const again = await reopened(left);
    expect((await again.verify()).problems).toEqual([]);
    await again.close();
    expect((await (await reopened(left)).verify()).problems).toEqual([]);
  });

  it('shows lists and finds by what was undone', async () => {
    const archive = await newArchive();
    const { id } = await archive.releases.file(content({ body: 'A zeppelin landed.' }), null);
    await archive.releases.revise(id, 1, content({ body: 'A balloon landed.' }));
    const hits = async (text: string): Promise<number> =>
      (await archive.search.find({ ...everything, text })).total;
    expect(await hits('zeppelin')).toBe(0);
    await archive.undo.undo();
    expect([await hits('zeppelin'), await hits('balloon')]).toEqual([1, 0]);
  });

  it('leaves what it was before, whatever was done, whenever the power went in between', async () => {
    type Move =
      'file' | 'revise' | 'delete' | 'restore' | 'tag' | 'partner' | 'merge' | 'pack' | 'name';
    const moves = fc.array(
      fc.record({
        move: fc.constantFrom<Move>(
          'file',
          'file',
          'revise',
          'delete',
          'restore',
          'tag',
          'partner',
          'merge',
          'pack',
          'name',
        ),
        pick: fc.nat(1_000),
        then: fc.constantFrom<Interruption>(
          'go on',
          'go on',
          'save',
          'cut',
          'cut while saving',
          'close',
        ),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(11), async (plan, cutAt) => {
        let archive = await newArchive();
        const states = [await seen(archive)];
        let count = 0;
        for (const { move, pick, then } of plan) {
          const depth = archive.info().undo?.at;
          await make(archive, move, pick, (count += 1));
          const now = await seen(archive);
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
          else if (archive.info().undo?.at !== depth) states.push(now);
          archive = await interrupt(archive, then);
        }
        const last = states.length - 1;
        for (let at = last; at > 0; at -= 1) {
          expect(await archive.undo.undo()).not.toBeNull();
          // What was filed stays in the trash: only what isn't there is compared.
          expect(liveOf(await seen(archive))).toEqual(liveOf(states[at - 1]));
          if (at === cutAt) archive = await interrupt(archive, 'cut');
        }
        for (let at = 1; at <= last; at += 1) {
          await archive.undo.redo();
          expect(liveOf(await seen(archive))).toEqual(liveOf(states[at]));
        }
        await archive.close();
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

type Interruption = 'go on' | 'save' | 'cut' | 'cut while saving' | 'close';

/** Without the trash: undoing a filing leaves the release there. */
function liveOf(state: unknown): unknown {
  const { releases, ...rest } = state as { releases: readonly { place: string }[] };
  return { ...rest, releases: releases.filter(({ place }) => place === 'archive') };
}

async function interrupt(archive: Archive, how: Interruption): Promise<Archive> {
  if (how === 'save') await archive.save();
  if (how === 'close') {
    await archive.close();
    return reopened(archive.folder);
  }
  if (how === 'cut' || how === 'cut while saving') {
    // Everything is in its file, and in the journal still.
    archive.holdJournal();
    if (how === 'cut while saving') await archive.save();
    const left = await leftByPowerCut(archive);
    await archive.close();
    return reopened(left);
  }
  return archive;
}

async function make(archive: Archive, move: string, pick: number, count: number): Promise<void> {
  const place = move === 'restore' ? ('trash' as const) : ('archive' as const);
  const { hits } = await archive.search.find({ ...everything, place, limit: 1_000 });
  const ids = hits.map(({ release }) => release.id);
  const id = ids[pick % Math.max(1, ids.length)];
  const partners = archive.partners.list();
  const partner = partners[pick % Math.max(1, partners.length)];
  const partnerIds = partner === undefined ? [] : [partner.id];
  const text = content({
    headline: `Headline ${count}`,
    body: `Body ${pick}.`,
    publicationDate: pick % 3 === 0 ? null : `20${10 + (pick % 3)}-01-0${1 + (pick % 9)}`,
    partnerIds,
  });
  if (move === 'file') await archive.releases.file(text, null);
  if (move === 'revise' && id !== undefined) {
    const { release } = await archive.releases.read(id);
    await archive.releases.revise(id, release.revision, text);
  }
  if (move === 'delete' && id !== undefined)
    await archive.releases.delete(ids.slice(0, 1 + (pick % 3)));
  if (move === 'restore' && id !== undefined) await archive.releases.restore([id]);
  if (move === 'tag')
    await archive.releases.editMany(ids, { ...noChange, addTags: [`tag ${pick % 4}`] });
  if (move === 'partner') await archive.partners.add({ name: `Partner ${count}`, ...company });
  if (move === 'merge' && partners.length > 1 && partner !== undefined) {
    const other = partners.find((each) => each.id !== partner.id);
    if (other !== undefined) await archive.partners.merge(partner.id, [other.id]);
  }
  if (move === 'pack') {
    const items = id === undefined ? [] : [{ releaseId: id, photoIds: [] }];
    await archive.packs.create({ title: `Pack ${count}`, coverNote: '', contact: '', items });
  }
  if (move === 'name') await archive.describe({ name: `Institution ${count}`, otherNames: [] });
}
