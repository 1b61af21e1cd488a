/**
 * Rows are alike in height, so that row 80,000 has a place before anybody has seen it. A search
 * adds a second line of snippet. CSS pixels.
 */
export const rowHeight = { plain: 93, withSnippet: 112 } as const;

/** The line between releases that have all that was asked for and those that have some of it. */
export const dividerHeight = 30;
