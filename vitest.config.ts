import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { makeRendererConfig } from './vite.config.ts'

const { plugins } = makeRendererConfig('index')

/** Suites in which a browser or a grabber records and the recording is measured, or how long the program stands still. */
const recordingSuites = [
  'tests/integration/{recorder-page,grabber}/**/*.test.ts',
  'tests/integration/backup/killed.test.ts',
]

/** Measures what one processor does for each call, on twenty thousand rows: minutes, and only on a quiet machine. */
const holdSuites = ['tests/integration/contract-hold/**/*.test.ts']

/** Specs of the whole program in which something is recorded or measured: a busy neighbour would spoil what they prove. */
export const recordingSpecs = [
  'tests/e2e/specs/recording/**/*.spec.ts',
  'tests/e2e/specs/{equipment*,desktop-pages}.spec.ts',
]

/** Modules are loaded once in a worker: loading them anew for every file took longer than the tests. */
const common = { environment: 'node', isolate: false, expect: { poll: { timeout: 10_000 } } } as const

/** Suites that run the program: bundles, profiles and voices are made once in a run. */
const running = { ...common, globalSetup: 'tests/fixtures/run-set-up.ts' } as const

/** Suites that drive screens: what a page showed when a test failed is told. */
const onScreens = { ...running, setupFiles: 'tests/fixtures/tell-open-pages.ts' } as const

const together = { maxWorkers: 2 } as const
/** A busy neighbour makes holes in the sound. */
const alone = { fileParallelism: false, maxWorkers: 1 } as const

// The limits of time are bounds for what hangs, no measures of speed: a busy machine takes its time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...{ ...common, ...together },
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      // Single components and screens in the machine's own Chromium; behind them a workstation of the test's answers.
      {
        plugins: plugins ?? [],
        // Met only while a test runs, it would make Vite bundle anew and reload the page under the test.
        optimizeDeps: { include: ['libphonenumber-js/max', 'libphonenumber-js/mobile/examples'] },
        test: {
          ...together,
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          api: { host: '127.0.0.1' },
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            locators: { exact: false },
            viewport: { width: 1280, height: 720 },
            provider: playwright({
              launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] },
              contextOptions: { reducedMotion: 'reduce' },
              actionTimeout: 10_000,
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      // Real processes, real files: ffmpeg, SQLite, sockets.
      {
        test: {
          ...{ ...running, ...together },
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/faults/verdict/**/*.test.ts'],
          exclude: [...recordingSuites, ...holdSuites],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...{ ...running, ...alone },
          name: 'recording',
          include: [...recordingSuites, 'tests/faults/**/*.test.ts'],
          exclude: ['tests/faults/verdict/**'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      // Only `npm run test:holds`.
      {
        test: {
          ...{ ...running, ...alone },
          name: 'holds',
          include: holdSuites,
          testTimeout: 900_000,
          hookTimeout: 600_000,
        },
      },
      // A real mediasoup worker; only `npm run test:sfu`, which builds it.
      {
        test: {
          ...{ ...running, ...alone },
          name: 'sfu',
          include: ['tests/sfu/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      // The whole program in a real browser; nothing is recorded, so two windows may be open at once.
      {
        test: {
          ...{ ...onScreens, ...together },
          name: 'e2e',
          include: ['tests/e2e/specs/**/*.spec.ts'],
          exclude: recordingSpecs,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // The desktop on a real Electron, one program at a time; where there is none, skipped with the reason.
      {
        test: {
          ...{ ...common, ...alone },
          globalSetup: 'tests/electron/set-up.ts',
          name: 'electron',
          include: ['tests/electron/*.spec.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      // Only `npm run bench:desktop-day`.
      {
        test: {
          ...{ ...common, ...alone },
          globalSetup: 'tests/electron/set-up.ts',
          name: 'electron-day',
          include: ['tests/electron/day/*.spec.ts'],
          hookTimeout: 120_000,
        },
      },
      // A recorder is armed, devices are rehearsed or moments measured: one window at a time.
      {
        test: {
          ...{ ...onScreens, ...alone },
          name: 'e2e-recording',
          include: recordingSpecs,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
