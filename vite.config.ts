import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(`./renderer/${name}.html`, import.meta.url))

/** Each page is a world of its own: the recorder never loads a line of the interface. */
export type RendererPage = 'index' | 'recorder'

/**
 * Builds the pages for a strict CSP (`script-src 'self'; worker-src 'self'`): nothing inline, no data: or blob: code,
 * the worker and the worklet are files of their own.
 * @param pages the pages to build; tests of one page need not wait for the other
 * @param outDir absolute, or relative to renderer/
 */
export function makeRendererConfig(pages: readonly RendererPage[], outDir = '../out/renderer'): UserConfig {
  return {
    root: fileURLToPath(new URL('./renderer', import.meta.url)),
    plugins: [react()],
    publicDir: false,
    server: { host: '127.0.0.1' },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: Object.fromEntries(pages.map(name => [name, page(name)])) },
    },
  }
}

export default defineConfig(makeRendererConfig(['index', 'recorder']))
