import { systemTimeZone } from '../../../../shared/embargo';
import type { ReleaseId } from '../../../../shared/release';
import { patchForm, shownSession } from '../filing/editor-store';
import { focusField, openAtField } from '../filing/fields';
import { emptyEmbargo } from '../filing/form';
import { editRelease } from '../filing/leave';

/** Opens a release in the form, where its embargo is to be written. */
export async function setEmbargo(id: ReleaseId): Promise<void> {
  openAtField('embargo');
  await editRelease(id);
  const session = shownSession();
  if (session?.origin.kind !== 'revision' || session.origin.id !== id) {
    openAtField('headline');
    return;
  }
  if (session.form.embargo === null) {
    patchForm({ embargo: { ...emptyEmbargo, zone: systemTimeZone() } });
  }
  // The fields may be drawn just now, in place of the button that sets an embargo.
  setTimeout(() => {
    focusField('embargo');
  });
}
