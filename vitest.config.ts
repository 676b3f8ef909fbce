import { defineConfig } from 'vitest/config';

// Three kinds of test, told apart by file name: pure (`*.test.ts`), database (`*.int.test.ts`), browser (`*.browser.test.ts`).
// Limits only end what hangs: they are far from what a test needs, because a busy machine is no fault of the code.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kernel,modules,apps,tools,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts', '**/*.browser.test.ts'],
          testTimeout: 60_000,
          // Modules are loaded once for a process and not once for a file: a third of the time. Whoever mocks one loads it anew.
          isolate: false,
        },
      },
      {
        test: {
          name: 'int',
          include: ['{kernel,modules,apps,tools,tests}/**/*.int.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          globalSetup: ['./kernel/testing/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{apps,tests}/**/*.browser.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // One at a time: drawing in software keeps every core busy, two together took as long and lost races.
          fileParallelism: false,
        },
      },
    ],
    maxWorkers: 2,
  },
});
