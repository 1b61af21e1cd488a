import { plainTextReader } from './plain-text';
import type { Reader } from './reader';

/** Asked in this order: whatever decodes as text is taken by the last one. */
export const readers: readonly Reader[] = [plainTextReader];
