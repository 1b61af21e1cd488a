import type { PhotoId } from '../../../../shared/photo';
import { photoMark, replacePhotoPlaces } from '../../../../shared/photo-places';
import { creditOfCaption } from './form-photos';
import type { FormPhoto, ReleaseForm } from './form';

/* What can be done with the photos of a form; each gives back the changed form. */

export function changePhoto(
  form: ReleaseForm,
  id: PhotoId,
  patch: Partial<FormPhoto>,
): ReleaseForm {
  return {
    ...form,
    photos: form.photos.map((photo) => (photo.photoId === id ? { ...photo, ...patch } : photo)),
  };
}

/** Moves a photo to another place; the first place makes it the lead photo. */
export function movePhoto(form: ReleaseForm, from: number, to: number): ReleaseForm {
  const moved = form.photos[from];
  if (!moved || to < 0 || to >= form.photos.length) return form;
  const others = form.photos.filter((_, index) => index !== from);
  return { ...form, photos: [...others.slice(0, to), moved, ...others.slice(to)] };
}

/** A caption that came from the text goes back among the loose ones when its photo lets go of it. */
function withLoose(
  form: ReleaseForm,
  caption: string,
  recognised: readonly string[],
): readonly string[] {
  const isKept = form.looseCaptions.includes(caption);
  return recognised.includes(caption) && !isKept
    ? [...form.looseCaptions, caption]
    : form.looseCaptions;
}

export function removePhoto(
  form: ReleaseForm,
  id: PhotoId,
  recognised: readonly string[],
): ReleaseForm {
  const removed = form.photos.find((photo) => photo.photoId === id);
  if (!removed) return form;
  return {
    ...form,
    photos: form.photos.filter((photo) => photo !== removed),
    body: replacePhotoPlaces(form.body, ({ photoId }) =>
      photoId === id ? null : photoMark(photoId),
    ),
    looseCaptions: withLoose(form, removed.caption, recognised),
  };
}

/** Gives a loose caption to a photo, in place of the one that it has. */
export function takeCaption(
  form: ReleaseForm,
  id: PhotoId,
  caption: string,
  recognised: readonly string[],
): ReleaseForm {
  const before = form.photos.find((photo) => photo.photoId === id)?.caption ?? '';
  const loose = withLoose(form, before, recognised).filter((other) => other !== caption);
  const creditLine = creditOfCaption(form, caption);
  const change = creditLine === '' ? { caption } : { caption, creditLine };
  return { ...changePhoto(form, id, change), looseCaptions: loose };
}

export function creditAll(form: ReleaseForm, creditLine: string): ReleaseForm {
  return { ...form, photos: form.photos.map((photo) => ({ ...photo, creditLine })) };
}
