import { create } from 'zustand';
import type { PartnerId } from '../../../shared/partner';
import type { ReleaseId } from '../../../shared/release';
import type { SavedSearch } from '../../../shared/search';

/** The dialog that is open; at most one is. */
export type OpenDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'partner'; readonly partnerId: PartnerId | null }
  | { readonly kind: 'merge-partner'; readonly partnerId: PartnerId }
  | { readonly kind: 'institution' }
  /** null checks the archive, a path the press pack there. */
  | { readonly kind: 'verify'; readonly packPath: string | null }
  | { readonly kind: 'backups' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'sample' }
  /** A page by the name of its file. */
  | { readonly kind: 'help'; readonly page: string }
  | { readonly kind: 'about' }
  | { readonly kind: 'add-to-pack'; readonly releaseIds: readonly ReleaseId[] }
  | { readonly kind: 'edit-many'; readonly releaseIds: readonly ReleaseId[] }
  /** null saves the search that is shown; else its name is changed. */
  | { readonly kind: 'save-search'; readonly search: SavedSearch | null }
  | { readonly kind: 'history'; readonly releaseId: ReleaseId }
  | { readonly kind: 'compare'; readonly left: ReleaseId; readonly right: ReleaseId }
  /** A release beside what the filing form holds. */
  | { readonly kind: 'compare-form'; readonly releaseId: ReleaseId };

interface DialogState {
  readonly dialog: OpenDialog;
}

export const useDialogs = create<DialogState>(() => ({ dialog: { kind: 'none' } }));

export function openDialog(dialog: OpenDialog): void {
  useDialogs.setState({ dialog });
}

export function closeDialog(): void {
  useDialogs.setState({ dialog: { kind: 'none' } });
}
