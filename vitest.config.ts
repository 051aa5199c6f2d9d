import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node' } },
      // Real processes, real files: ffmpeg, SQLite, sockets.
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['tests/integration/recorder-page/**', 'tests/integration/grabber/**'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Suites that really record run alone: a busy neighbour makes holes in the sound.
      {
        test: {
          name: 'recording',
          include: ['tests/integration/{recorder-page,grabber}/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
      // A real mediasoup worker; only `npm run test:sfu`, which builds it.
      {
        test: {
          name: 'sfu',
          include: ['tests/sfu/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
      // The whole program in a real browser, one window at a time.
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/specs/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
