export type PartnerId = string;

export const partnerKinds = [
  'company',
  'university',
  'government',
  'ngo',
  'media',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** A further name of a partner. `language` is a BCP 47 tag, or 'und' where nobody said. */
export interface PartnerAlias {
  readonly name: string;
  readonly language: string;
}

/** An organisation of the authority file. */
export interface Partner {
  readonly id: PartnerId;
  /** The preferred name. */
  readonly name: string;
  readonly aliases: readonly PartnerAlias[];
  readonly kind: PartnerKind;
  /** ISO 3166-1 alpha-2 code, or '' where nobody said. */
  readonly country: string;
  readonly note: string;
  /** Ids of partners that were merged into this one: what names them means it. */
  readonly formerIds?: readonly PartnerId[];
}

/** A partner with what the list beside the releases shows. */
export interface PartnerSummary extends Partner {
  readonly releaseCount: number;
  /** Publication date of the newest release tagged with the partner. */
  readonly lastMention: string | null;
}
