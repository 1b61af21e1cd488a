import { z } from 'zod';
import {
  listPlaces,
  savedPlaces,
  sortOrders,
  type FacetValue,
  type FindPage,
  type SavedSearch,
} from '../search';
import { valueFields } from '../window-choices';
import { id, line } from './fields';

/* Finding releases, completion, saved searches. */

const findQuery = z.strictObject({
  text: z.string().max(10_000),
  partnerIds: z.array(id).max(50),
  tags: z.array(line).max(50).optional(),
  place: z.enum(listPlaces),
  year: z.number().int().min(0).max(9_999).nullable(),
  sort: z.enum(sortOrders),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
  typing: z.boolean().optional(),
  recency: z.boolean().optional(),
  facets: z.boolean().optional(),
  months: z.boolean().optional(),
});

const searchName = z.string().trim().min(1).max(100);

export const searchRequests = {
  'release:find': findQuery,
  /** Values that begin with what was typed, the most frequent first. */
  'search:values': z.strictObject({
    field: z.enum(valueFields),
    prefix: z.string().max(500),
    limit: z.number().int().min(1).max(100),
  }),
  'search:saved': z.null(),
  /** A name that is taken becomes the name of this one. */
  'search:save': z
    .strictObject({
      name: searchName,
      text: z.string().trim().max(10_000),
      sort: z.enum(sortOrders),
      place: z.enum(savedPlaces).optional(),
    })
    .refine(({ text, place }) => text !== '' || place !== undefined),
  'search:rename': z.strictObject({ id, name: searchName }),
  'search:forget': z.strictObject({ id }),
} as const;

export interface SearchAnswers {
  'release:find': FindPage;
  'search:values': { readonly values: readonly FacetValue[] };
  'search:saved': readonly SavedSearch[];
  'search:save': readonly SavedSearch[];
  'search:rename': readonly SavedSearch[];
  'search:forget': readonly SavedSearch[];
}
