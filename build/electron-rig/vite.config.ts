import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * The main side for an Electron that has no ESM main (before 28) and Node 18: one CommonJS file of the same sources;
 * `electron` is the shim beside it, which alone takes hold of the real one.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const build = {
  outDir: 'out/electron-rig/out/desktop',
  target: 'node18',
  sourcemap: false,
  minify: false,
  ssr: true,
} as const

export default defineConfig(({ mode }) =>
  mode === 'preload'
    ? {
        root,
        publicDir: false,
        ssr: { target: 'node', external: ['electron'], noExternal: true },
        build: {
          ...build,
          emptyOutDir: false,
          rollupOptions: {
            input: { preload: 'electron/preload.ts' },
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          },
        },
      }
    : {
        root,
        publicDir: false,
        define: { 'import.meta.dirname': '__dirname' },
        ssr: {
          target: 'node',
          external: [
            ...['electron', 'electron-updater', 'builder-util-runtime'],
            ...builtinModules.flatMap(name => [name, `node:${name}`]),
          ],
          noExternal: true,
        },
        build: {
          ...build,
          emptyOutDir: true,
          rollupOptions: {
            input: { main: 'electron/main.ts' },
            output: {
              format: 'cjs',
              entryFileNames: '[name].cjs',
              codeSplitting: false,
              paths: { electron: './electron-45-on-25.cjs' },
            },
          },
        },
      },
)
