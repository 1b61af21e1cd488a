import type { Confidence } from '../../../../shared/parsed-release';
import type { PartnerId } from '../../../../shared/partner';
import type { PhotoId } from '../../../../shared/photo';
import type { Credit, ReleaseLanguage, ReleaseStatus } from '../../../../shared/release';

/** A photo in the form; `key` stays the same while it is moved about. */
export interface FormPhoto {
  readonly photoId: PhotoId;
  /** '' where the archive has it already and its file name doesn't matter any more. */
  readonly fileName: string;
  readonly caption: string;
  readonly altText: string;
  readonly creditLine: string;
}

export interface FormPerson {
  readonly key: string;
  readonly name: string;
  readonly title: string;
}

/** A partner that was proposed or added; an accepted one without an id is made at filing. */
export interface PartnerChoice {
  readonly key: string;
  readonly name: string;
  readonly partnerId: PartnerId | null;
  readonly state: 'proposed' | 'accepted' | 'rejected';
  /** 0 where a person added it. */
  readonly mentions: number;
  readonly confidence: Confidence;
}

/** An embargo while somebody types: '' for what isn't known yet. */
export interface FormEmbargo {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:mm` */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
}

export const emptyEmbargo: FormEmbargo = { date: '', time: '', zone: '' };

/** A release while somebody types: text everywhere, '' for what isn't known. */
export interface ReleaseForm {
  readonly language: ReleaseLanguage;
  readonly status: ReleaseStatus;
  readonly headline: string;
  readonly subheadline: string;
  readonly dateline: string;
  readonly byline: string;
  readonly publicationDate: string;
  readonly eventDate: string;
  readonly embargo: FormEmbargo | null;
  readonly body: string;
  readonly boilerplate: string;
  readonly mediaContact: string;
  readonly textCredit: Credit;
  readonly photoCredit: Credit;
  readonly people: readonly FormPerson[];
  readonly tags: readonly string[];
  readonly partners: readonly PartnerChoice[];
  readonly photos: readonly FormPhoto[];
  /** Recognised captions that no photo has taken yet. */
  readonly looseCaptions: readonly string[];
  /** Who took the photos of captions that say so; absent in forms that were kept before. */
  readonly captionCredits?: readonly CaptionCredit[];
  /** Put the loose captions into the body when filing, so that none is lost. */
  readonly keepsLooseCaptions: boolean;
}

interface CaptionCredit {
  readonly caption: string;
  readonly creditLine: string;
}

export const noCredit: Credit = { name: '', organisation: '' };

export const emptyForm: ReleaseForm = {
  language: 'und',
  status: 'filed',
  headline: '',
  subheadline: '',
  dateline: '',
  byline: '',
  publicationDate: '',
  eventDate: '',
  embargo: null,
  body: '',
  boilerplate: '',
  mediaContact: '',
  textCredit: noCredit,
  photoCredit: noCredit,
  people: [],
  tags: [],
  partners: [],
  photos: [],
  looseCaptions: [],
  keepsLooseCaptions: true,
};

export function newPerson(name = '', title = ''): FormPerson {
  // Unique beyond this run: a form may be put back after the program was started again.
  return { key: crypto.randomUUID(), name, title };
}

export function acceptedPartner(partnerId: PartnerId | null, name: string): PartnerChoice {
  return {
    key: partnerId ?? `new:${name}`,
    name,
    partnerId,
    state: 'accepted',
    mentions: 0,
    confidence: 'high',
  };
}
