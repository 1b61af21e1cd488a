import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { releaseLanguages, releaseStatuses } from '../../../../shared/release';
import { Select } from '../../ui/select';
import { TagField } from '../../ui/tag-field';
import { EmbargoFields } from '../embargo/embargo-fields';
import { CreditFields } from './credit-fields';
import { patchForm, type Session } from './editor-store';
import { focusField } from './fields';
import { FormField, parsedOf } from './form-field';
import { LikenessNote } from './likeness-note';
import { PartnersSection } from './partners-section';
import { PeopleSection } from './people-section';
import { PhotosSection } from './photos-section';

/** The form of a release, for filing and correcting alike. */
export function ReleaseFormView({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { form, origin } = session;
  const parsed = parsedOf(session);
  useEffect(() => {
    focusField('headline');
  }, []);
  return (
    <div className="form" tabIndex={-1}>
      <div className="form-sheet">
        {origin.kind === 'intake' && <LikenessNote found={origin.intake.likenesses} />}
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
        <FormField session={session} name="body" look="reading" multiline />
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
      </div>
    </div>
  );
}
