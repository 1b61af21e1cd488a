import { bufferOf } from './bytes';
import type { Columns, FacetColumn, ListFacet } from './columns';
import type { SegmentSource } from './segment-sections';

/** The columns of a segment, each read when it is asked for. */
export class SegmentColumns implements Columns {
  readonly facets: Readonly<Record<ListFacet, FacetColumn>>;
  readonly #file: SegmentSource;
  #dates: Uint32Array | null = null;
  #traits: Uint8Array | null = null;

  constructor(file: SegmentSource) {
    this.#file = file;
    this.facets = {
      partner: new SegmentFacet(file, 'partner'),
      tag: new SegmentFacet(file, 'tag'),
      person: new SegmentFacet(file, 'person'),
    };
  }

  get dates(): Uint32Array {
    return (this.#dates ??= this.#file.numbers('dates'));
  }

  get traits(): Uint8Array {
    return (this.#traits ??= this.#file.bytes('traits'));
  }
}

class SegmentFacet implements FacetColumn {
  readonly #file: SegmentSource;
  readonly #facet: ListFacet;
  #offsets: Uint32Array | null = null;
  #values: Uint32Array | null = null;
  #texts: readonly string[] | null = null;

  constructor(file: SegmentSource, facet: ListFacet) {
    this.#file = file;
    this.#facet = facet;
  }

  get offsets(): Uint32Array {
    return (this.#offsets ??= this.#file.numbers(`${this.#facet}Offsets`));
  }

  get values(): Uint32Array {
    return (this.#values ??= this.#file.numbers(`${this.#facet}Values`));
  }

  get size(): number {
    return this.#all.length;
  }

  readonly text = (value: number): string => this.#all[value] ?? '';

  get #all(): readonly string[] {
    const json = (): string => bufferOf(this.#file.bytes(`${this.#facet}Texts`)).toString('utf8');
    return (this.#texts ??= JSON.parse(json() || '[]') as readonly string[]);
  }
}
