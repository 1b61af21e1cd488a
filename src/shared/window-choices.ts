/*
 * What a person chooses from in the window. Apart from the contract and its schemas, so that the page
 * needn't read and make those before it draws its first list.
 */

/** How the list shows releases. */
export const listLayouts = ['comfortable', 'compact', 'cards', 'timeline'] as const;
export type ListLayout = (typeof listLayouts)[number];

/** Fields of the query language whose values the archive knows. */
export const valueFields = ['partner', 'person', 'tag', 'place', 'pack'] as const;
export type ValueField = (typeof valueFields)[number];

/** Parts of the sidebar that can be folded away. */
export const sidebarSections = ['searches', 'packs', 'partners', 'tags', 'years'] as const;
export type SidebarSection = (typeof sidebarSections)[number];

/** Files that the pointer takes at once: more are somebody's whole archive by mistake. */
export const mostDragged = 500;
