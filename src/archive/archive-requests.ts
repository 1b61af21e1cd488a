import type { Answer, Channel, RequestArgument } from '../shared/ipc-contract';
import type { Archive } from './archive';
import { verifyBag } from './packs/verify-bag';

/** What a request may use besides the archive. */
export interface RequestContext {
  /** A signal for long work that a person can cancel; a new one for each piece of work. */
  readonly beginWork: () => AbortSignal;
  readonly cancelWork: () => void;
  readonly onProgress: (
    work: 'verify' | 'export',
    done: number,
    total: number,
    finished: boolean,
  ) => void;
}

type ArchiveHandler<C extends Channel> = (
  archive: Archive,
  argument: RequestArgument<C>,
  context: RequestContext,
) => Promise<Answer<C>> | Answer<C>;

/** Requests that an open archive answers by itself. The others need a window or the file dialogs. */
export type ArchiveChannel = Exclude<
  Channel,
  | 'archive:info'
  | 'archive:opening'
  | 'archive:recent'
  | 'archive:trouble'
  | 'archive:choose'
  | 'archive:open'
  | 'archive:create'
  | 'sample:open'
  | 'sample:cancel'
  | 'archive:close'
  | 'archive:reopen'
  | 'archive:take-over'
  | 'pack:collect'
  | 'pack:export'
  | 'backup:choose-folder'
  | 'shell:reveal'
  | 'menu:show'
  | 'window:open'
  | 'window:print'
  | 'given:folder'
  | 'given:files'
  | 'given:read'
  | 'drag:photo'
  | 'drag:releases'
  | 'diagnostics:save'
  | 'notification:show'
  | 'import:choose'
  | 'watch:choose'
  | 'import:start'
  | 'import:save-report'
  | 'form:keep'
  | 'form:kept'
  | 'form:give-back'
  | 'settings:read'
  | 'settings:change'
>;

export const archiveHandlers: { readonly [C in ArchiveChannel]: ArchiveHandler<C> } = {
  'archive:describe': (archive, { institutionName, otherNames }) =>
    archive.describe({ name: institutionName, otherNames }),
  'archive:verify': async (archive, _none, context) => {
    const report = await archive.verify({
      signal: context.beginWork(),
      onProgress: (done, total) => {
        context.onProgress('verify', done, total, done === total);
      },
    });
    return report;
  },

  'intake:text': (archive, { text }) => archive.intake.text(text),
  'intake:file': (archive, { fileName, bytes, encoding }) =>
    archive.intake.file(fileName, bytes, encoding),

  'import:give': (archive, { batch, path, bytes }) => archive.imports.give(batch, path, bytes),
  'import:resume': (archive) => archive.imports.resume(),
  'import:leave': (archive) => archive.imports.leave(),
  'import:cancel': async (archive) => {
    await archive.imports.cancel();
    return null;
  },
  'import:state': (archive) => archive.imports.state(),
  'import:rows': (archive, { offset, limit, result }) =>
    archive.imports.rows(offset, limit, result),
  'watch:state': (archive) => archive.watch.state,
  'watch:change': async (archive, { status }) => {
    const { watched } = archive.watch.state;
    const isOn = watched !== null && status !== null;
    return archive.watch.change(isOn ? { ...watched, status } : null);
  },
  'review:decide': async (archive, { id, decision }) => {
    await archive.reviews.decide(id, decision);
    return null;
  },
  'review:readings': (archive, { id }) => archive.rereading.readings(id),
  'review:read-again': async (archive, { id, encoding }) => {
    await archive.rereading.readAgain(id, encoding);
    return null;
  },
  'story:view': (archive, { id }) => archive.stories.view(id),
  'story:link': async (archive, { ids, filing }) => {
    await archive.stories.link(ids, filing);
    return null;
  },
  'story:unlink': async (archive, { id }) => {
    await archive.stories.unlink(id);
    return null;
  },

  'release:file': (archive, { content, source, group }) =>
    archive.releases.file(content, source, group),
  'release:revise': (archive, { id, basedOn, content, source, group }) =>
    archive.releases.revise(id, basedOn, content, { group, source }),
  'release:read': (archive, { id }) => archive.releases.read(id),
  'release:delete': async (archive, { ids }) => ({ deleted: await archive.releases.delete(ids) }),
  'release:restore': async (archive, { ids }) => ({
    restored: await archive.releases.restore(ids),
  }),
  'release:edit-many': async (archive, { ids, change }) => ({
    changed: await archive.releases.editMany(ids, change),
  }),
  'release:history': (archive, { id }) => archive.history.list(id),
  'release:compare': (archive, { id, from, to }) => archive.history.compare(id, from, to),
  'release:restore-revision': (archive, { id, revision, basedOn }) =>
    archive.history.restore(id, revision, basedOn),
  'release:find': (archive, query) => archive.search.find(query),
  'release:embargo': (archive, { ids }) => archive.packs.embargoOf(ids),
  'release:compare-two': (archive, { left, right }) => archive.comparisons.compare(left, right),
  'release:compare-unfiled': (archive, { id, content }) =>
    archive.comparisons.compareUnfiled(id, content),

  'tag:list': (archive, { limit }) => {
    const tags = archive.counts.tags();
    return { tags: tags.slice(0, limit), total: tags.length };
  },

  'photo:thumbnail': (archive, { id }) => archive.thumbnails.state(id),
  'photo:keep-thumbnail': async (archive, { id, bytes }) => {
    await archive.thumbnails.keep(id, bytes);
    return null;
  },

  'search:values': async (archive, { field, prefix, limit }) => ({
    values: await archive.search.values(field, prefix, limit),
  }),
  'search:saved': (archive) => archive.searches.list(),
  'search:save': (archive, { name, ...search }) => archive.searches.save(name, search),
  'search:rename': (archive, { id, name }) => archive.searches.rename(id, name),
  'search:forget': (archive, { id }) => archive.searches.forget(id),

  'undo:undo': (archive) => archive.undo.undo(),
  'undo:redo': (archive) => archive.undo.redo(),

  'partner:list': (archive) => archive.partners.list(),
  'partner:add': (archive, { content, group }) => archive.partners.add(content, group),
  'partner:revise': (archive, { id, content }) => archive.partners.revise(id, content),
  'partner:merge': (archive, { id, merged }) => archive.partners.merge(id, merged),

  'pack:list': (archive) => archive.packs.list(),
  'pack:create': (archive, { group, ...content }) => archive.packs.create(content, group),
  'pack:revise': (archive, { id, content, group }) => archive.packs.revise(id, content, group),
  'pack:change-items': (archive, { id, add, remove, group }) =>
    archive.packs.changeItems(id, { add, remove }, group),
  'pack:delete': async (archive, { id }) => {
    await archive.packs.delete(id);
    return { deleted: 1 };
  },
  'pack:check': (archive, { id }) => archive.packs.check(id),
  'pack:verify': (_archive, { path }, context) =>
    verifyBag(path, {
      signal: context.beginWork(),
      onProgress: (done, total) => {
        context.onProgress('verify', done, total, done === total);
      },
    }),

  'backup:state': (archive) => archive.backups.state(),
  'backup:make': async (archive) => {
    await archive.backups.make();
    return archive.backups.state();
  },
  'backup:rehearse': async (archive) => {
    await archive.backups.rehearse();
    return archive.backups.state();
  },
  'backup:cancel': (archive) => {
    archive.backups.cancel();
    return null;
  },
  'backup:change-settings': async (archive, change) => {
    await archive.backups.changeSettings(change);
    return archive.backups.state();
  },
  'backup:restore': (archive, { backup, folder }) => archive.backups.restore(backup, folder),

  'work:cancel': (_archive, _none, context) => {
    context.cancelWork();
    return null;
  },
};
