import type { Temporal as Implementation } from 'temporal-polyfill'

const globals = globalThis as { readonly Temporal?: typeof Implementation }

/**
 * Stands in for `temporal-polyfill` in the pages (vite.config.ts): Chromium has had Temporal of its own since 144, so that
 * the package is fetched only where there is none. Usable once `temporalReady` is resolved; no module counts days while it
 * is loaded.
 */
export let Temporal = globals.Temporal as typeof Implementation

export const temporalReady: Promise<void> =
  globals.Temporal === undefined
    ? import('temporal-polyfill/implementation').then(fetched => {
        Temporal = fetched.Temporal
      })
    : Promise.resolve()
