import {
  arrangeCaptions,
  headlineOf,
  publicationDateOf,
  subheadlineOf,
  withCaptions,
  type ReleaseIntake,
} from '../../../../shared/release-draft';
import { embargoAt, type Embargo } from '../../../../shared/embargo';
import type {
  Confidence,
  ParsedEmbargo,
  ParsedRelease,
  PartnerProposal,
} from '../../../../shared/parsed-release';
import type { Partner, PartnerId } from '../../../../shared/partner';
import type { Photo, PhotoId } from '../../../../shared/photo';
import type {
  Credit,
  Release,
  ReleaseContent,
  ReleaseLanguage,
  ReleaseStatus,
} from '../../../../shared/release';

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

const noCredit: Credit = { name: '', organisation: '' };

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

function choiceOf(proposal: PartnerProposal): PartnerChoice {
  const { name, partnerId, mentions, confidence } = proposal;
  // A partner that the authority file knows and the text surely names needs no second look.
  const isSure = partnerId !== null && confidence === 'high';
  return {
    key: partnerId ?? `new:${name}`,
    name,
    partnerId,
    state: isSure ? 'accepted' : 'proposed',
    mentions: mentions.length,
    confidence,
  };
}

export function formFromParsed(parsed: ParsedRelease): ReleaseForm {
  return {
    ...emptyForm,
    language: parsed.language,
    headline: parsed.headline?.value ?? '',
    subheadline: parsed.subheadline?.value ?? '',
    dateline: parsed.dateline?.value ?? '',
    byline: parsed.byline?.value ?? '',
    publicationDate: parsed.publicationDate?.value ?? '',
    eventDate: parsed.eventDate?.value ?? '',
    embargo: parsed.embargo === null ? null : formEmbargo(parsed.embargo.value),
    body: parsed.paragraphs.map((paragraph) => paragraph.value).join('\n\n'),
    boilerplate: parsed.boilerplate?.value ?? '',
    mediaContact: parsed.mediaContact?.value ?? '',
    textCredit: parsed.textCredit?.value ?? noCredit,
    photoCredit: parsed.photoCredit?.value ?? noCredit,
    people: parsed.people.map((person) => newPerson(person.value.name, person.value.title)),
    partners: parsed.partners.map(choiceOf),
    looseCaptions: parsed.captions.map((caption) => caption.value),
    captionCredits: parsed.captions
      .filter(({ creditLine }) => creditLine !== '')
      .map(({ value, creditLine }) => ({ caption: value, creditLine })),
  };
}

/** As `formFromParsed`, completed by what the file itself says, and with the photos that came inside it. */
export function formFromIntake(intake: ReleaseIntake): ReleaseForm {
  const { uses, looseCaptions } = arrangeCaptions(intake);
  const { facts, photos } = intake;
  return {
    ...formFromParsed(intake.parsed),
    headline: headlineOf(intake),
    subheadline: subheadlineOf(intake),
    byline: intake.parsed.byline?.value ?? facts.byline,
    publicationDate: publicationDateOf(intake) ?? '',
    status: facts.status === 'draft' ? 'draft' : 'filed',
    tags: facts.tags,
    photos: uses.map((use, index) => ({ ...use, fileName: photos[index]?.photo.fileName ?? '' })),
    looseCaptions,
  };
}

export function formFromRelease(release: Release, partners: readonly Partner[]): ReleaseForm {
  return {
    ...emptyForm,
    language: release.language,
    status: release.status,
    headline: release.headline,
    subheadline: release.subheadline,
    dateline: release.dateline,
    byline: release.byline,
    publicationDate: release.publicationDate ?? '',
    eventDate: release.eventDate ?? '',
    embargo:
      release.embargo === null
        ? null
        : {
            date: release.embargo.local.slice(0, 10),
            time: release.embargo.local.slice(11),
            zone: release.embargo.zone,
          },
    body: release.body,
    boilerplate: release.boilerplate,
    mediaContact: release.mediaContact,
    textCredit: release.textCredit ?? noCredit,
    photoCredit: release.photoCredit ?? noCredit,
    people: release.people.map((person) => newPerson(person.name, person.title)),
    tags: release.tags,
    partners: partners.map((partner) => acceptedPartner(partner.id, partner.name)),
    photos: release.photos.map((use) => ({ ...use, fileName: '' })),
  };
}

/**
 * What was read, as a correction of a release that is filed already: tags and partners that people gave
 * it stay, and photos too where what was read has none.
 */
export function formAsRevision(read: ReleaseForm, earlier: ReleaseForm): ReleaseForm {
  const known = new Set(earlier.partners.map(({ partnerId }) => partnerId));
  return {
    ...read,
    status: earlier.status,
    // A version that names none doesn't lift one.
    embargo: read.embargo ?? earlier.embargo,
    tags: [...new Set([...earlier.tags, ...read.tags])],
    partners: [
      ...earlier.partners,
      ...read.partners.filter(({ partnerId }) => partnerId === null || !known.has(partnerId)),
    ],
    photos: read.photos.length > 0 ? read.photos : earlier.photos,
  };
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

/** The credit that stood at the end of the caption; empty where none did. */
export function creditOfCaption({ captionCredits = [] }: ReleaseForm, caption: string): string {
  return captionCredits.find((one) => one.caption === caption)?.creditLine ?? '';
}

/** The credit of the caption, or else that of all photos, as the line under one of them. */
function photoCreditLine(form: ReleaseForm, caption: string): string {
  const { photoCredit } = form;
  const own = creditOfCaption(form, caption);
  if (own !== '') return own;
  return [photoCredit.name, photoCredit.organisation].filter(Boolean).join(' / ');
}

/** Photos that came before the text: they take what it says of photos, where they have nothing. */
export function withEarlierPhotos(form: ReleaseForm, photos: readonly FormPhoto[]): ReleaseForm {
  const captions = [...form.looseCaptions];
  const completed = photos.map((photo) => {
    const caption = photo.caption || (captions.shift() ?? '');
    return { ...photo, caption, creditLine: photo.creditLine || photoCreditLine(form, caption) };
  });
  return { ...form, photos: [...completed, ...form.photos], looseCaptions: captions };
}

/** A photo joins the form and takes the next loose caption, unless it brings its own. */
export function withPhoto(form: ReleaseForm, photo: Photo): ReleaseForm {
  if (form.photos.some((other) => other.photoId === photo.id)) return form;
  const [nextCaption, ...otherCaptions] = form.looseCaptions;
  const takesLoose = photo.caption === '' && nextCaption !== undefined;
  const caption = takesLoose ? nextCaption : photo.caption;
  const added: FormPhoto = {
    photoId: photo.id,
    fileName: photo.fileName,
    caption,
    altText: photo.altText,
    creditLine: photo.creditLine || photo.creator || photoCreditLine(form, caption),
  };
  return {
    ...form,
    photos: [...form.photos, added],
    looseCaptions: takesLoose ? otherCaptions : form.looseCaptions,
  };
}

function formEmbargo({ date, time, zone }: ParsedEmbargo): FormEmbargo {
  return { date: date ?? '', time: time ?? '', zone: zone ?? '' };
}

/** null where something is missing of it. */
export function wholeEmbargo({ date, time, zone }: FormEmbargo): Embargo | null {
  return embargoAt(`${date}T${time}`, zone);
}

function creditOrNull(credit: Credit): Credit | null {
  const name = credit.name.trim();
  const organisation = credit.organisation.trim();
  return name === '' && organisation === '' ? null : { name, organisation };
}

/** What is filed. `partnerIds` are those of the accepted partners, which exist by now. */
export function contentFromForm(
  form: ReleaseForm,
  partnerIds: readonly PartnerId[],
  parsed: ParsedRelease | null = null,
): ReleaseContent {
  const kept = form.keepsLooseCaptions ? form.looseCaptions : [];
  return {
    language: form.language,
    status: form.status,
    headline: form.headline.trim(),
    subheadline: form.subheadline.trim(),
    dateline: form.dateline.trim(),
    byline: form.byline.trim(),
    publicationDate: form.publicationDate || null,
    eventDate: form.eventDate || null,
    embargo: form.embargo === null ? null : wholeEmbargo(form.embargo),
    body: withCaptions(form.body.trimEnd(), kept, parsed),
    boilerplate: form.boilerplate.trim(),
    mediaContact: form.mediaContact.trim(),
    textCredit: creditOrNull(form.textCredit),
    photoCredit: creditOrNull(form.photoCredit),
    people: form.people
      .map(({ name, title }) => ({ name: name.trim(), title: title.trim() }))
      .filter((person) => person.name !== ''),
    tags: form.tags,
    partnerIds,
    photos: form.photos.map(({ photoId, caption, altText, creditLine }) => ({
      photoId,
      caption: caption.trim(),
      altText: altText.trim(),
      creditLine: creditLine.trim(),
    })),
  };
}
