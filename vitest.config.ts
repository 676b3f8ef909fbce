import { defineConfig } from 'vitest/config';

// Three kinds of test, told apart by file name: pure (`*.test.ts`), database (`*.int.test.ts`), browser (`*.browser.test.ts`).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kernel,modules,apps,tools,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts', '**/*.browser.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['{kernel,modules,apps,tools,tests}/**/*.int.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['./kernel/testing/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{apps,tests}/**/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
    maxWorkers: 2,
  },
});
