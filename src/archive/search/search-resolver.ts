import type { Embargoes } from '../releases/embargoes';
import { namesOf } from '../partners/partner-service';
import type { ArchiveStore } from '../store/archive-store';
import type { Resolver } from './engine/conditions';
import { needsLook } from '../store/release-table';
import { foldText } from './engine/fold-text';

/** Answers from the archive's tables what the index doesn't know. */
export function searchResolver(store: ArchiveStore, embargoes: Pick<Embargoes, 'now'>): Resolver {
  // Every part of the index asks for them, within one question.
  let needing: readonly string[] | null = null;
  let embargoed: readonly string[] | null = null;
  return {
    partnersNamed: (name) => {
      const wanted = foldText(name);
      return [...store.tables.partners.values()]
        .filter((partner) => namesOf(partner).some((known) => foldText(known) === wanted))
        .map(({ id }) => id);
    },
    releasesInPacks: (text, whole) => {
      const wanted = foldText(text);
      return [...store.tables.packs.values()]
        .filter(({ title }) => {
          const name = foldText(title);
          return whole ? name === wanted : ` ${name}`.includes(` ${wanted}`);
        })
        .flatMap(({ items }) => items.map(({ releaseId }) => releaseId));
    },
    releasesUnderEmbargo: () => (embargoed ??= embargoes.now()),
    releasesThatNeedLook: () =>
      (needing ??= [...store.tables.releases.listed()].filter(needsLook).map(({ id }) => id)),
  };
}
