import { z } from 'zod';
import {
  mostPackItems,
  type PackExport,
  type PackRemark,
  type PressPack,
  type VerifyReport,
} from '../press-pack';
import { folder, group, id, line, sha256 } from './fields';

/* Press packs. */

const packContent = z.strictObject({
  title: line,
  coverNote: z.string().max(100_000),
  contact: z.string().max(20_000),
  items: z
    .array(z.strictObject({ releaseId: id, photoIds: z.array(sha256).max(500) }))
    .max(mostPackItems),
});

export const packRequests = {
  'pack:list': z.null(),
  'pack:create': packContent.extend({ group }),
  'pack:revise': z.strictObject({ id, content: packContent, group }),
  /** Puts releases with all their photos at its end, or takes some out, whatever others did to it meanwhile. */
  'pack:change-items': z.strictObject({
    id,
    add: z.array(id).max(mostPackItems),
    remove: z.array(id).max(mostPackItems),
    group,
  }),
  /** Puts releases with all their photos into the tray; begins one of that title where there is none. */
  'pack:collect': z.strictObject({ title: line, add: z.array(id).max(mostPackItems) }),
  'pack:delete': z.strictObject({ id }),
  'pack:check': z.strictObject({ id }),
  /** Asks for the folder that the pack goes to; answers null where the person thought better of it. */
  'pack:export': z.strictObject({ id }),
  'pack:verify': z.strictObject({ path: folder }),
} as const;

export interface PackAnswers {
  'pack:list': readonly PressPack[];
  'pack:create': PressPack;
  'pack:revise': PressPack;
  /** How many releases came and went; 0: it was so already. */
  'pack:change-items': { readonly pack: PressPack; readonly changed: number };
  /** How many releases came; 0: they were in it. */
  'pack:collect': { readonly pack: PressPack; readonly changed: number };
  'pack:delete': { readonly deleted: number };
  'pack:check': readonly PackRemark[];
  'pack:export': PackExport | null;
  'pack:verify': VerifyReport;
}
