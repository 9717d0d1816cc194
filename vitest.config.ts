import { defineConfig } from 'vitest/config';

const globalSetup = ['./server/test/globalSetup.ts'];

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { name: 'shared', include: ['shared/src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          include: ['server/{src,test,cluster,faults}/**/*.test.ts'],
          globalSetup,
          // Long enough for a machine that is busy with something else; a hang is a failure all the same.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      'client/vitest.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['client/e2e/**/*.spec.ts'],
          globalSetup,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Browsers one at a time, and after everything else: two cores are soon busy.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
