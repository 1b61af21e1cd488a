import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,standin}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 30_000,
    // One worker per processor: much of a test is waiting for the disk or for another process.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
