// @ts-check
/*
 * `npm run bench [-- NAME [--data DIR] [--json FILE] [--sizes 1000,10000]]`: measures how fast the
 * archive is beside its peers.
 */
import { measure } from './measuring.mjs';

measure('bench');
