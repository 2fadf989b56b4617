import { defineConfig } from 'vitest/config';

const node = { environment: 'node' as const, testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    // The functions' own logs are of interest only where a test failed.
    silent: 'passed-only',
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{bin,lib,functions,schemas,local,ui}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        test: {
          ...node,
          name: 'store',
          sequence: { groupOrder: 0 },
          include: ['test/store/**/*.test.ts'],
          globalSetup: ['test/store/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: 'infra',
          sequence: { groupOrder: 0 },
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: 'journey',
          include: ['test/{journey,browser}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Forty processes' worth of desk on a machine that others use too: one unlucky journey must not stop a landing.
          // The reporter names it. On a desk of one's own a failure is a failure.
          retry: process.env['CI'] ? 1 : 0,
          // A whole desk needs both processors: one at a time, after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
