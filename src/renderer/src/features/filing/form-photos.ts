import type { Photo } from '../../../../shared/photo';
import type { FormPhoto, ReleaseForm } from './form';

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
