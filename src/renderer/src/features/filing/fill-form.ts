import type {
  ParsedEmbargo,
  ParsedRelease,
  PartnerProposal,
} from '../../../../shared/parsed-release';
import type { Partner } from '../../../../shared/partner';
import type { Release } from '../../../../shared/release';
import {
  arrangeCaptions,
  headlineOf,
  publicationDateOf,
  subheadlineOf,
  type ReleaseIntake,
} from '../../../../shared/release-draft';
import { headTextsOf } from '../../../../shared/release-texts';
import {
  acceptedPartner,
  emptyForm,
  newPerson,
  noCredit,
  type FormEmbargo,
  type PartnerChoice,
  type ReleaseForm,
} from './form';

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
    ...headTextsOf(release),
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

function formEmbargo({ date, time, zone }: ParsedEmbargo): FormEmbargo {
  return { date: date ?? '', time: time ?? '', zone: zone ?? '' };
}
