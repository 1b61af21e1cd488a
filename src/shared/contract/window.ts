import { z } from 'zod';
import type { Embargo } from '../embargo';
import { menuModel } from '../menu-model';
import type { PackId } from '../press-pack';
import { facetNames, type FacetName } from '../search';
import {
  listLayouts,
  mostDragged,
  sidebarSections,
  type ListLayout,
  type SidebarSection,
} from '../window-choices';
import { folder, id, sha256 } from './fields';

/* The window itself: forms that wait, menus, dragging, printing, settings, what was given from outside. */

const agreedUntil = z.iso.datetime().nullable();

export const windowRequests = {
  'shell:reveal': z.strictObject({ path: folder }),
  /** The window's forms of an archive that aren't filed yet, as text of the window's own making. */
  'form:keep': z.strictObject({ folder, text: z.string().max(100_000_000).nullable() }),
  'form:kept': z.null(),
  /** What `form:kept` answered can't be shown: it waits for another window, or for this one `again`. */
  'form:give-back': z.strictObject({
    folder,
    text: z.string().max(100_000_000),
    again: z.boolean(),
  }),
  'menu:show': menuModel,
  /** Another window on the same archive. */
  'window:open': z.null(),
  /** Asks for a printer, and prints the page as its print styles say. */
  'window:print': z.null(),
  /** What was given to the program from outside: each is answered once, to the window that asks first. */
  'given:folder': z.null(),
  'given:files': z.null(),
  /** The content of a file that was given, by the number that `given:files` said. */
  'given:read': z.strictObject({ number: z.number().int().nonnegative() }),
  /**
   * The pointer takes a photo of a release out of the window, as a copy. `agreedUntil`: an embargo that
   * ends by then, an instant in UTC, is known to the person.
   */
  'drag:photo': z.strictObject({ releaseId: id, photoId: sha256, agreedUntil }),
  /** The same of releases, a text file each. */
  'drag:releases': z.strictObject({ ids: z.array(id).min(1).max(mostDragged), agreedUntil }),
  'notification:show': z.strictObject({ title: z.string().max(200), text: z.string().max(500) }),
  'settings:read': z.null(),
  'settings:change': z.strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    contrast: z.enum(['system', 'more']).optional(),
    language: z.enum(['system', 'en', 'zh']).optional(),
    sidebarWidth: z.number().min(120).max(800).nullable().optional(),
    listWidth: z.number().min(200).max(1_600).nullable().optional(),
    preferRecent: z.boolean().optional(),
    checkSpelling: z.boolean().optional(),
    narrowShown: z.boolean().optional(),
    foldedFacets: z.array(z.enum(facetNames)).max(facetNames.length).optional(),
    foldedSections: z.array(z.enum(sidebarSections)).max(sidebarSections.length).optional(),
    trayPackIds: z.array(id).max(100).optional(),
    listLayout: z.enum(listLayouts).optional(),
  }),
} as const;

export interface WindowAnswers {
  'shell:reveal': null;
  'form:keep': null;
  'form:kept': { readonly text: string | null };
  'form:give-back': null;
  'menu:show': null;
  'window:open': null;
  'window:print': null;
  'given:folder': { readonly folder: string } | null;
  'given:files': readonly GivenFile[];
  'given:read': { readonly bytes: Uint8Array };
  /** The embargo for which it stays here; null: it is on its way. */
  'drag:photo': Embargo | null;
  'drag:releases': Embargo | null;
  'notification:show': null;
  'settings:read': Settings;
  'settings:change': Settings;
}

/** A file that the system gave to the program; its path stays with main. */
export interface GivenFile {
  readonly number: number;
  readonly fileName: string;
  readonly bytes: number;
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** 'system' asks for more where the system does. */
  readonly contrast: 'system' | 'more';
  readonly language: 'system' | 'en' | 'zh';
  /** The language that 'system' stands for on this computer. */
  readonly systemLanguage: 'en' | 'zh';
  /** CSS pixels; null: as the window's width has it. */
  readonly sidebarWidth: number | null;
  readonly listWidth: number | null;
  /** Of equally good answers to a search the newer ones come sooner. */
  readonly preferRecent: boolean;
  /** Spelling is checked while somebody types, where `canCheckSpelling`. */
  readonly checkSpelling: boolean;
  /** Whether this system can check spelling without a network. */
  readonly canCheckSpelling: boolean;
  /** Whether the facets of a search are unfolded, and which of them are not. */
  readonly narrowShown: boolean;
  readonly foldedFacets: readonly FacetName[];
  readonly foldedSections: readonly SidebarSection[];
  /** The packs that are being filled, the newest first; at most one of an archive. */
  readonly trayPackIds: readonly PackId[];
  readonly listLayout: ListLayout;
}
