import { parseQuery } from '../../../shared/query/parse-query';
import type { ParsedQuery } from '../../../shared/query/query';

/** A query as the archive reads it, too: by this computer's day. */
export function readQuery(text: string, typing: boolean): ParsedQuery {
  return parseQuery(text, { typing });
}
