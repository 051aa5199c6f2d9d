import { makeBundle } from './bundle.mjs'

const pages = makeBundle({
  what: 'страниц',
  stamp: 'out/renderer.stamp',
  product: 'out/renderer/recorder.html',
  folders: ['renderer', 'shared'],
  files: ['vite.config.ts'],
  runs: [
    ['--config', 'vite.config.ts'],
    ['--config', 'vite.config.ts', '--mode', 'recorder'],
  ],
})

/** Builds renderer/ into out/renderer where its sources changed since the last build. Throws SetUpStop. */
export const buildPages = pages.build

/** The same, always; answers how it ended. */
export const bundlePages = pages.bundle
