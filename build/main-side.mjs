import { makeBundle } from './bundle.mjs'

const mainSide = makeBundle({
  what: 'программы',
  stamp: 'out/desktop.stamp',
  product: 'out/desktop/preload.cjs',
  folders: ['electron', 'shared'],
  files: ['vite.desktop.config.ts', 'package.json'],
  runs: [
    ['--config', 'vite.desktop.config.ts'],
    ['--config', 'vite.desktop.config.ts', '--mode', 'preload'],
  ],
})

/** Builds the main side of both hosts into out/desktop where its sources changed since the last build. Throws SetUpStop. */
export const buildMainSide = mainSide.build

/** The same, always; answers how it ended. */
export const bundleMainSide = mainSide.bundle
