import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/global-setup.ts'],
    // Two processes at most: the suite is meant for small machines, and each may hold a PGlite of its own.
    maxWorkers: 2,
    // Tests over real servers take a second or two; only what takes longer is worth a line.
    slowTestThreshold: 5_000,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
