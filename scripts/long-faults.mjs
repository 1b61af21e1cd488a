// @ts-check
/* `npm run test:fault:long`: sets a variable in the same way on every system. */
import { toolScript } from './build.mjs';
import { run } from './setup.mjs';

run(
  process.execPath,
  [toolScript('vitest/vitest.mjs'), 'run', '--config', 'vitest.fault.config.ts'],
  {
    env: { ...process.env, FAULT_LONG: '1' },
  },
);
