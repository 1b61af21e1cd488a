import { memo, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { photoPlaces } from '../../../../shared/photo-places';
import { releaseLanguages, releaseStatuses } from '../../../../shared/release';
import { Select } from '../../ui/select';
import { TagField } from '../../ui/tag-field';
import { BodyField } from '../body-editor/body-field';
import { EmbargoFields } from '../embargo/embargo-fields';
import { CreditFields } from './credit-fields';
import { patchForm, type Session } from './editor-store';
import { focusOpeningField } from './fields';
import { FormField, parsedOf } from './form-field';
import type { ReleaseForm } from './form';
import { LikenessNote } from './likeness-note';
import { PartnersSection } from './partners-section';
import { PeopleSection } from './people-section';
import { PhotosSection } from './photos-section';

interface PartProps {
  readonly session: Session;
}

/** The form of a release, for filing and correcting alike. */
export function ReleaseFormView({ session }: PartProps) {
  useEffect(focusOpeningField, []);
  return (
    <div className="form" tabIndex={-1}>
      <div className="form-sheet">
        <AboveText session={session} />
        <BodyField session={session} />
        <BelowText session={session} />
      </div>
    </div>
  );
}

/* The text is what one types most, and it has dozens of fields around it that needn't be drawn anew
   with every key. */
const AboveText = memo(function AboveText({ session }: PartProps) {
  const { t } = useTranslation();
  const { form, origin } = session;
  return (
    <>
      {origin.kind === 'intake' && (
        <LikenessNote found={origin.intake.likenesses} session={session} />
      )}
      <FormField session={session} name="headline" look="headline" multiline />
      <FormField session={session} name="subheadline" multiline />
      <div className="form-grid">
        <FormField session={session} name="publicationDate" kind="date" />
        <FormField session={session} name="eventDate" kind="date" />
        <Select
          label={t('field.language')}
          value={form.language}
          choices={releaseLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(language) => {
            patchForm({ language });
          }}
        />
        <Select
          label={t('field.status')}
          value={form.status}
          choices={releaseStatuses
            // A release that nobody filed yet can't have been withdrawn.
            .filter((value) => value !== 'withdrawn' || origin.kind === 'revision')
            .map((value) => ({ value, label: t(`release.statuses.${value}`) }))}
          onChange={(status) => {
            patchForm({ status });
          }}
        />
      </div>
      <EmbargoFields session={session} />
      <div className="form-grid">
        <FormField session={session} name="dateline" />
        <FormField session={session} name="byline" />
      </div>
    </>
  );
}, isSameAround);

const BelowText = memo(function BelowText({ session }: PartProps) {
  const { t } = useTranslation();
  const { form } = session;
  const parsed = parsedOf(session);
  return (
    <>
      <PhotosSection form={form} parsed={parsed} />
      <PartnersSection form={form} />
      <PeopleSection form={form} parsed={parsed} />
      <div className="form-grid">
        <CreditFields name="textCredit" credit={form.textCredit} />
        <CreditFields name="photoCredit" credit={form.photoCredit} />
      </div>
      <TagField
        label={t('field.tags')}
        values={form.tags}
        onChange={(tags) => {
          patchForm({ tags });
        }}
        placeholder={t('filing.tagsHint')}
      />
      <FormField session={session} name="boilerplate" multiline />
      <FormField session={session} name="mediaContact" multiline />
    </>
  );
}, isSameAround);

/** Nothing but the text was changed, and no photo in it. */
function isSameAround({ session: before }: PartProps, { session: now }: PartProps): boolean {
  const fields = Object.keys(now.form) as (keyof ReleaseForm)[];
  return (
    before.origin === now.origin &&
    before.pristine === now.pristine &&
    before.likeness === now.likeness &&
    fields.every((name) => name === 'body' || before.form[name] === now.form[name]) &&
    photosIn(before.form) === photosIn(now.form)
  );
}

const photosInText = new WeakMap<ReleaseForm, string>();

/** The photos that have a place in the text, as something to compare. */
function photosIn(form: ReleaseForm): string {
  let ids = photosInText.get(form);
  if (ids === undefined) {
    ids = photoPlaces(form.body)
      .map(({ photoId }) => photoId)
      .join(' ');
    photosInText.set(form, ids);
  }
  return ids;
}
