import { defineConfig } from 'vitest/config';

/** Kills, failing disks, power cuts, damage. The short form by default; FAULT_LONG=1 for the long one. */
export default defineConfig({
  test: {
    include: ['tests/fault/**/*.test.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 300_000,
    // One worker per processor: much of a test is waiting for the disk or for another process.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'test-results/faults.json' }]],
  },
});
