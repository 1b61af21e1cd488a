// @ts-check
/*
 * `npm run quality [-- NAME [--data DIR] [--json FILE] [--collections DIR] [--questions FILE]]`:
 * measures how good the archive's answers are beside its peers'.
 */
import { measure } from './measuring.mjs';

measure('quality');
