import { Buffer } from 'node:buffer';
import type { SearchDocument } from '../../search-document';
import { dateNumber, listFacets, listValues, traitsOf, type ListFacet } from '../columns';
import { FacetValues } from '../facet-values';
import { GrowingUint32, GrowingUint8 } from '../growing';
import type { SectionName } from '../segment-sections';
import { inUtf8Order } from '../utf8-order';
import { bytesOf, inTurn, textList } from './text-list';

/** What a segment says of its documents beside their texts. */
export class DocumentColumns {
  readonly #ids: string[] = [];
  readonly #stamps = new GrowingUint32();
  readonly #dates = new GrowingUint32();
  readonly #traits = new GrowingUint8();
  readonly #facets: Readonly<Record<ListFacet, FacetValues>> = {
    partner: new FacetValues(),
    tag: new FacetValues(),
    person: new FacetValues(),
  };

  get size(): number {
    return this.#ids.length;
  }

  add(document: SearchDocument): void {
    this.#ids.push(document.id);
    this.#stamps.push(document.stamp);
    this.#dates.push(dateNumber(document.publicationDate));
    this.#traits.push(traitsOf(document));
    for (const facet of listFacets) this.#facets[facet].add(listValues(document, facet));
  }

  sections(): Readonly<Record<ColumnSection, Uint8Array>> {
    const { partner, tag, person } = this.#facets;
    const ids = textList(inTurn(this.size), this.#ids);
    return {
      idOffsets: ids.offsets,
      ids: ids.texts,
      idOrder: bytesOf(inUtf8Order(this.#ids)),
      stamps: bytesOf(this.#stamps.view()),
      dates: bytesOf(this.#dates.view()),
      traits: this.#traits.view(),
      partnerOffsets: bytesOf(partner.offsets),
      partnerValues: bytesOf(partner.values),
      partnerTexts: dictionary(partner),
      tagOffsets: bytesOf(tag.offsets),
      tagValues: bytesOf(tag.values),
      tagTexts: dictionary(tag),
      personOffsets: bytesOf(person.offsets),
      personValues: bytesOf(person.values),
      personTexts: dictionary(person),
    };
  }
}

type ColumnSection = Extract<
  SectionName,
  'idOffsets' | 'ids' | 'idOrder' | 'stamps' | 'dates' | 'traits' | `${ListFacet}${FacetSection}`
>;
type FacetSection = 'Offsets' | 'Values' | 'Texts';

function dictionary({ texts }: FacetValues): Uint8Array {
  return Buffer.from(JSON.stringify(texts), 'utf8');
}
