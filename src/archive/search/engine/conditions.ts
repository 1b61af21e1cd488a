import { releaseLanguages, releaseStatuses } from '../../../shared/release';
import type { QueryNode, ValueNode } from '../../../shared/query/query';
import { hasPhotos, isInTrash, languageNumber, statusNumber } from '../index/columns';
import type { Part } from '../index/part';
import { ColumnLists } from './column-lists';
import { datesMask, facetMask, traitsMask } from './column-masks';
import { foldText } from './fold-text';
import type { IndexView } from './index-view';
import { both, either, type Mask } from './masks';
import { WordMasks } from './word-masks';

/** Masks that are remembered of a part: a byte a document. */
const mostRemembered = 48;

/** What a condition may have to ask the archive. */
export interface Resolver {
  /** Ids of the partners of which this is a name, case and width aside. */
  partnersNamed(name: string): readonly string[];
  /** Ids of the releases in packs whose names have these words, or are this. */
  releasesInPacks(text: string, whole: boolean): readonly string[];
  /** Ids of the releases that lack something that a press office has to know. */
  releasesThatNeedLook(): readonly string[];
  /** Ids of the releases that must not be published yet. */
  releasesUnderEmbargo(): readonly string[];
}

/** What was found before conditions are looked at, beside what the archive says. */
export interface ConditionResolver extends Resolver {
  /** Ids of the releases that `like:` and this id lists. */
  releasesLike(id: string): readonly string[];
}

/** What is remembered of a part that never gains a document. */
export class PartMemory {
  readonly masks = new Map<string, Mask>();
  readonly lists: ColumnLists;

  constructor(part: Part) {
    this.lists = new ColumnLists(part);
  }
}

/** Which documents of a part fulfil conditions. */
export class Conditions {
  readonly #part: Part;
  readonly #words: WordMasks;
  readonly #resolver: ConditionResolver;
  readonly #known: Map<string, Mask>;
  readonly #lists: ColumnLists | null;

  constructor(part: Part, view: IndexView, resolver: ConditionResolver, memory: PartMemory | null) {
    this.#part = part;
    this.#words = new WordMasks(part, view);
    this.#resolver = resolver;
    this.#known = memory?.masks ?? new Map<string, Mask>();
    this.#lists = memory?.lists ?? null;
  }

  mask(node: QueryNode): Mask {
    switch (node.kind) {
      case 'words':
        return this.#words.words(node.text, node.field, node.prefix);
      case 'phrase':
        return this.#words.phrase(node.text, node.field);
      case 'value':
        return this.#value(node);
      case 'pack':
        return this.#documents(this.#resolver.releasesInPacks(node.text, node.whole));
      case 'language': {
        const wanted = releaseLanguages.indexOf(node.language);
        return traitsMask(this.#part, (traits) => languageNumber(traits) === wanted);
      }
      case 'status': {
        if (node.status === 'embargoed') return this.embargoed();
        const wanted = releaseStatuses.indexOf(node.status);
        return traitsMask(this.#part, (traits) => statusNumber(traits) === wanted);
      }
      case 'photo':
        return traitsMask(this.#part, (traits) => hasPhotos(traits) === node.present);
      case 'date':
        return this.dates(node.from, node.to);
      case 'like':
        return this.#documents(this.#resolver.releasesLike(node.releaseId));
      case 'not': {
        const mask = this.mask(node.node);
        return mask.map((value) => 1 - value);
      }
      case 'and':
        return node.nodes.map((part) => this.mask(part)).reduce(both);
      case 'or':
        return node.nodes.map((part) => this.mask(part)).reduce(either);
    }
  }

  /** Published from `from` to `to`, both included. */
  dates(from: string | null, to: string | null): Mask {
    return this.#remembered(`date ${from ?? ''} ${to ?? ''}`, () =>
      datesMask(this.#part, from, to, this.#lists),
    );
  }

  /** In the trash, or not; of drafts only, or of all. */
  place(place: 'archive' | 'drafts' | 'trash'): Mask {
    const draft = releaseStatuses.indexOf('draft');
    return this.#remembered(`place ${place}`, () =>
      traitsMask(this.#part, (traits) => {
        if (isInTrash(traits) !== (place === 'trash')) return false;
        return place !== 'drafts' || statusNumber(traits) === draft;
      }),
    );
  }

  /** Tagged with one of these partners. */
  partners(ids: readonly string[]): Mask {
    const wanted = new Set(ids);
    return this.#remembered(`partner ${ids.join(' ')}`, () =>
      facetMask(this.#part, 'partner', (id) => wanted.has(id), this.#lists),
    );
  }

  /** Has this tag, letter by letter. */
  tag(wanted: string): Mask {
    return this.#remembered(`tag= ${wanted}`, () =>
      facetMask(this.#part, 'tag', (tag) => tag === wanted, this.#lists),
    );
  }

  needLook(): Mask {
    return this.#documents(this.#resolver.releasesThatNeedLook());
  }

  embargoed(): Mask {
    return this.#documents(this.#resolver.releasesUnderEmbargo());
  }

  #value({ field, text }: ValueNode): Mask {
    const wanted = foldText(text);
    switch (field) {
      case 'partner':
        return this.partners(this.#resolver.partnersNamed(text));
      case 'person':
      case 'tag':
        return this.#remembered(`${field} ${wanted}`, () =>
          facetMask(this.#part, field, (value) => foldText(value) === wanted, this.#lists),
        );
      case 'place':
        return this.#words.phrase(text, 'place');
    }
  }

  #documents(ids: readonly string[]): Mask {
    const mask = new Uint8Array(this.#part.size);
    for (const id of ids) {
      const document = this.#part.numberOf(id);
      if (document !== undefined) mask[document] = 1;
    }
    return mask;
  }

  #remembered(key: string, make: () => Mask): Mask {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const mask = make();
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, mask);
    return mask;
  }
}
