import { releaseLanguages, releaseStatuses } from '../../../shared/release';
import type { QueryNode, ValueNode, WordsNode } from '../../../shared/query/query';
import { bufferOf } from '../index/bytes';
import {
  dateNumber,
  hasPhotos,
  isInTrash,
  languageNumber,
  statusNumber,
  traitValues,
  type ListFacet,
} from '../index/columns';
import type { Part } from '../index/part';
import { fieldKey } from '../index/term-keys';
import { termOf } from '../stemming';
import { stopWords } from '../stop-words';
import { tokenise, type Token } from '../text-analysis';
import { foldText } from './fold-text';
import type { IndexView } from './index-view';
import { BodyCheck } from './body-check';
import { begunWith, compoundWith, fieldsAskedAs } from './query-plan';

/** 1 for each document of a part that fulfils a condition. Void documents may be among them. */
export type Mask = Uint8Array;

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

/** Which documents of a part fulfil conditions. */
export class Conditions {
  readonly #part: Part;
  readonly #view: IndexView;
  readonly #resolver: ConditionResolver;
  readonly #known: Map<string, Mask>;

  /** `known` remembers masks of a part that doesn't change. */
  constructor(
    part: Part,
    view: IndexView,
    resolver: ConditionResolver,
    known = new Map<string, Mask>(),
  ) {
    this.#part = part;
    this.#view = view;
    this.#resolver = resolver;
    this.#known = known;
  }

  mask(node: QueryNode): Mask {
    switch (node.kind) {
      case 'words':
        return this.#words(node.text, node.field, node.prefix);
      case 'phrase':
        return this.#phrase(node.text, node.field);
      case 'value':
        return this.#value(node);
      case 'pack':
        return this.#documents(this.#resolver.releasesInPacks(node.text, node.whole));
      case 'language': {
        const wanted = releaseLanguages.indexOf(node.language);
        return this.#traits((traits) => languageNumber(traits) === wanted);
      }
      case 'status': {
        if (node.status === 'embargoed') return this.embargoed();
        const wanted = releaseStatuses.indexOf(node.status);
        return this.#traits((traits) => statusNumber(traits) === wanted);
      }
      case 'photo':
        return this.#traits((traits) => hasPhotos(traits) === node.present);
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
    return this.#remembered(`date ${from ?? ''} ${to ?? ''}`, () => this.#dates(from, to));
  }

  #dates(from: string | null, to: string | null): Mask {
    const first = from === null ? 1 : dateNumber(from);
    const last = to === null ? 99_999_999 : dateNumber(to);
    const { dates } = this.#part.columns;
    const mask = this.#none();
    for (let document = 0; document < mask.length; document += 1) {
      const date = dates[document] ?? 0;
      if (date >= first && date <= last) mask[document] = 1;
    }
    return mask;
  }

  /** In the trash, or not; of drafts only, or of all. */
  place(place: 'archive' | 'drafts' | 'trash'): Mask {
    const draft = releaseStatuses.indexOf('draft');
    return this.#remembered(`place ${place}`, () =>
      this.#traits((traits) => {
        if (isInTrash(traits) !== (place === 'trash')) return false;
        return place !== 'drafts' || statusNumber(traits) === draft;
      }),
    );
  }

  /** Tagged with one of these partners. */
  partners(ids: readonly string[]): Mask {
    const wanted = new Set(ids);
    return this.#remembered(`partner ${ids.join(' ')}`, () =>
      this.#facet('partner', (id) => wanted.has(id)),
    );
  }

  /** Has this tag, letter by letter. */
  tag(wanted: string): Mask {
    return this.#remembered(`tag= ${wanted}`, () => this.#facet('tag', (tag) => tag === wanted));
  }

  needLook(): Mask {
    return this.#documents(this.#resolver.releasesThatNeedLook());
  }

  embargoed(): Mask {
    return this.#documents(this.#resolver.releasesUnderEmbargo());
  }

  /** One of the values of a facet that `wanted` accepts. */
  #facet(facet: ListFacet, wanted: (text: string) => boolean): Mask {
    const column = this.#part.columns.facets[facet];
    const accepted = new Uint8Array(column.size);
    let any = false;
    for (let value = 0; value < accepted.length; value += 1) {
      if (!wanted(column.text(value))) continue;
      accepted[value] = 1;
      any = true;
    }
    const mask = this.#none();
    if (!any) return mask;
    const { offsets, values } = column;
    for (let document = 0; document < mask.length; document += 1) {
      const end = offsets[document + 1] ?? 0;
      for (let at = offsets[document] ?? 0; at < end; at += 1) {
        if (accepted[values[at] ?? 0] === 1) mask[document] = 1;
      }
    }
    return mask;
  }

  #value({ field, text }: ValueNode): Mask {
    const wanted = foldText(text);
    switch (field) {
      case 'partner':
        return this.partners(this.#resolver.partnersNamed(text));
      case 'person':
      case 'tag':
        return this.#remembered(`${field} ${wanted}`, () =>
          this.#facet(field, (value) => foldText(value) === wanted),
        );
      case 'place':
        return this.#phrase(text, 'place');
    }
  }

  /** All words of a piece, Han characters and what "20+8" parts by signs together. */
  #words(text: string, field: string | null, prefix: WordsNode['prefix']): Mask {
    const tokens = tokenise(text);
    const words = tokens.filter(({ kind }) => kind === 'word');
    const mask = this.#tokens(tokens, field, prefix);
    const together = words.length < tokens.length && tokens.length > 2;
    return together ? this.#together(mask, tokens, field) : mask;
  }

  #phrase(text: string, field: string | null): Mask {
    const tokens = tokenise(text);
    const telling = tokens.filter(({ kind, text: word }) => kind === 'han' || !stopWords.has(word));
    const mask =
      telling.length === 0 ? this.#none().fill(1) : this.#tokens(tokens, field, null, true);
    return this.#together(mask, tokens, field);
  }

  #together(mask: Mask, tokens: readonly Token[], field: string | null): Mask {
    const sequence = this.#part.sequence(tokens);
    if (sequence === null) return this.#none();
    const fields = field === null ? null : fieldsAskedAs(field);
    return mask.map((value, document) =>
      value === 1 && this.#part.contains(document, sequence, fields) ? 1 : 0,
    );
  }

  #tokens(
    tokens: readonly Token[],
    field: string | null,
    prefix: WordsNode['prefix'],
    withoutStopWords = false,
  ): Mask {
    const masks: Mask[] = [];
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'han') {
        if (next?.joined === true) masks.push(this.#anyTerm([token.text + next.text], field));
        else if (!token.joined) masks.push(this.#anyTerm([token.accented ?? token.text], field));
        return;
      }
      if (withoutStopWords && stopWords.has(token.text)) return;
      const begun =
        prefix !== null && position === tokens.length - 1
          ? begunWith(token.text, prefix, this.#view).map(({ term }) => term)
          : [];
      const compound = compoundWith(tokens, position);
      const forms = compound === null ? [token.text] : [token.text, compound];
      masks.push(this.#anyTerm([...forms.map(termOf), ...begun], field));
    });
    return masks.length === 0 ? this.#none() : masks.reduce(both);
  }

  #anyTerm(terms: readonly string[], field: string | null): Mask {
    const mask = this.#none();
    const keys =
      field === null || field === 'body'
        ? terms
        : terms.flatMap((term) => fieldsAskedAs(field).map((number) => fieldKey(number, term)));
    for (const key of keys) {
      const term = this.#part.term(key);
      if (term < 0) continue;
      for (const documents of this.#part.postings(term)) {
        if (documents === undefined) continue;
        const { length } = documents;
        for (let at = 0; at < length; at += 1) mask[documents[at] ?? 0] = 1;
      }
    }
    if (field !== 'body') return mask;
    const check = new BodyCheck(this.#part, terms);
    return mask.map((value, document) => (value === 1 && check.holds(document) ? 1 : 0));
  }

  #documents(ids: readonly string[]): Mask {
    const mask = this.#none();
    for (const id of ids) {
      const document = this.#part.numberOf(id);
      if (document !== undefined) mask[document] = 1;
    }
    return mask;
  }

  #traits(test: (traits: number) => boolean): Mask {
    const { traits } = this.#part.columns;
    const mask = this.#none();
    const answers = new Uint8Array(traitValues);
    // Few values come, or all have one answer: a buffer is looked through 50 times as fast.
    const buffer = bufferOf(traits);
    let passing = 0;
    let present = 0;
    for (let value = 0; value < traitValues; value += 1) {
      if (!buffer.includes(value)) continue;
      present += 1;
      if (!test(value)) continue;
      answers[value] = 1;
      passing += 1;
    }
    if (passing === present) return mask.fill(1);
    if (passing === 0) return mask;
    for (let document = 0; document < mask.length; document += 1) {
      mask[document] = answers[traits[document] ?? 0] ?? 0;
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

  #none(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#part.size);
  }
}

function both(left: Mask, right: Mask): Mask {
  return left.map((value, document) => value & (right[document] ?? 0));
}

function either(left: Mask, right: Mask): Mask {
  return left.map((value, document) => value | (right[document] ?? 0));
}
