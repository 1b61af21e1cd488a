import { embargoAt, type Embargo } from '../../../../shared/embargo';
import type { ParsedRelease } from '../../../../shared/parsed-release';
import type { PartnerId } from '../../../../shared/partner';
import type { Credit, ReleaseContent } from '../../../../shared/release';
import { withCaptions } from '../../../../shared/release-draft';
import type { FormEmbargo, ReleaseForm } from './form';

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
