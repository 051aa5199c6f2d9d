import { makeBundle } from './bundle.mjs'

const pages = makeBundle({
  what: 'страниц',
  stamp: 'out/renderer.stamp',
  product: 'out/renderer/index.html',
  folders: ['renderer', 'shared'],
  files: ['vite.config.ts'],
  runs: [['--config', 'vite.config.ts']],
})

/** Builds renderer/ into out/renderer where its sources changed since the last build. Throws SetUpStop. */
export const buildPages = pages.build

/** The same, always; answers how it ended. */
export const bundlePages = pages.bundle
