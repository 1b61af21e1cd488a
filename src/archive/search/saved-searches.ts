import { v7 as newId } from 'uuid';
import type { SavedSearch, SearchToSave } from '../../shared/search';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';

/** More than anybody finds their way in; the settings record stays small. */
const mostKept = 200;

/** Searches that were given a name, kept in the archive's settings; in the order of saving. */
export class SavedSearches {
  readonly #store: Pick<ArchiveStore, 'tables' | 'transact'>;
  readonly #onChanged: () => void;

  constructor(store: Pick<ArchiveStore, 'tables' | 'transact'>, onChanged: () => void) {
    this.#store = store;
    this.#onChanged = onChanged;
  }

  list(): readonly SavedSearch[] {
    return this.#store.tables.settings.searches;
  }

  /**
   * Names are compared without regard to case. One that is taken gets the new search.
   * Throws `request-invalid` where there are 200 already.
   */
  async save(name: string, search: SearchToSave): Promise<readonly SavedSearch[]> {
    const known = this.list();
    const taken = known.find((search) => isSameName(search.name, name));
    if (taken) {
      const { id } = taken;
      return this.#keep(known.map((each) => (each === taken ? { id, name, ...search } : each)));
    }
    if (known.length >= mostKept) {
      throw new ArchiveError(
        'request-invalid',
        `An archive keeps ${mostKept} searches at most. Delete one first.`,
        { limit: mostKept },
      );
    }
    return this.#keep([...known, { id: newId(), name, ...search }]);
  }

  /** Another search of that name gives way. A search that is gone stays gone. */
  async rename(id: string, name: string): Promise<readonly SavedSearch[]> {
    if (!this.list().some((search) => search.id === id)) return this.list();
    const others = this.list().filter(
      (search) => search.id === id || !isSameName(search.name, name),
    );
    return this.#keep(others.map((search) => (search.id === id ? { ...search, name } : search)));
  }

  async forget(id: string): Promise<readonly SavedSearch[]> {
    return this.#keep(this.list().filter((search) => search.id !== id));
  }

  async #keep(searches: readonly SavedSearch[]): Promise<readonly SavedSearch[]> {
    const record = { ...this.#store.tables.settings, searches };
    await this.#store.transact('settings:change', [{ put: 'settings', record }]);
    this.#onChanged();
    return this.list();
  }
}

function isSameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
}
