import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(`./renderer/${name}.html`, import.meta.url))

/** Each page is a world of its own: the recorder never loads a line of the interface. */
type RendererPage = 'index' | 'recorder'

/**
 * Builds one page for a strict CSP (`script-src 'self'; worker-src 'self'`): nothing inline, no data: or blob: code, the
 * worker and the worklet are files of their own. Built together, the pages would share their parts, and each would load
 * dozens of small files.
 */
export function makeRendererConfig(name: RendererPage): UserConfig {
  return {
    root: fileURLToPath(new URL('./renderer', import.meta.url)),
    plugins: [react()],
    publicDir: false,
    resolve: {
      alias: [
        {
          find: /^temporal-polyfill$/,
          replacement: fileURLToPath(new URL('./renderer/app/temporal.ts', import.meta.url)),
        },
      ],
    },
    server: { host: '127.0.0.1' },
    worker: { format: 'es' },
    build: {
      outDir: '../out/renderer',
      // The first of the two runs clears the folder.
      emptyOutDir: name === 'index',
      target: 'chrome140',
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { [name]: page(name) } },
    },
  }
}

export default defineConfig(({ mode }) => makeRendererConfig(mode === 'recorder' ? 'recorder' : 'index'))
