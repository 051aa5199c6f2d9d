import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'

/**
 * The main side of the desktop (docs/decisions/0016): plain Vite, twice. Whatever stands in `dependencies` stays outside
 * and is packed as node_modules; names are fixed, because processes and threads are started by path.
 */

const root = fileURLToPath(new URL('.', import.meta.url))
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(fileURLToPath(new URL('./package.json', import.meta.url)), 'utf8'),
) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>

/** What the bundle of the main side leaves outside. */
export const externals: readonly string[] = [
  'electron',
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...builtinModules.filter(name => name !== 'http'),
]

/** Name in out/desktop → source. */
export const mainEntries = {
  main: 'electron/main.ts',
  serve: 'electron/serve.ts',
  'workstation-process': 'electron/host/workstation-process.ts',
  'backup-worker': 'electron/backup/backup-worker.ts',
  'letter-worker': 'electron/letters/letter-worker.ts',
  'hash-worker': 'electron/recording/proof/hash-worker.ts',
  'film-worker': 'electron/recording/film-worker.ts',
} as const

/** Processes and threads of Node: modules that share their common parts. */
export function makeMainConfig(entries: Readonly<Record<string, string>> = mainEntries): UserConfig {
  return {
    ...common,
    plugins: [httpWithoutFetch],
    ssr: { target: 'node', external: [...externals], noExternal: true },
    build: {
      ...common.build,
      emptyOutDir: true,
      ssr: true,
      rollupOptions: {
        input: entries,
        // Beside the entries: a module finds its worker in its own folder (electron/beside.ts).
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  }
}

/** A sandboxed preload can load nothing but `electron`: one CommonJS file with everything inside. */
export function makePreloadConfig(entry = 'electron/preload.ts'): UserConfig {
  return {
    ...common,
    ssr: { target: 'node', external: ['electron'], noExternal: true },
    build: {
      ...common.build,
      emptyOutDir: false,
      ssr: true,
      rollupOptions: {
        input: { preload: entry },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}

/**
 * An `import` of node:http asks for everything Node exports there, the WebSocket of its fetch library among it, and loads
 * that whole library: a fiftieth of a second in each process. Asked for as a built-in module, only what is used is.
 */
const httpWithoutFetch = {
  name: 'http-without-fetch',
  enforce: 'pre',
  resolveId: (id: string) => (id === 'node:http' ? '\0http-without-fetch' : null),
  load: (id: string) =>
    id === '\0http-without-fetch'
      ? `const http = process.getBuiltinModule('node:http')
         export default http
         export const request = http.request`
      : null,
} as const

const common = {
  root,
  publicDir: false,
  build: {
    outDir: 'out/desktop',
    // Electron 45.
    target: 'node24',
    sourcemap: false,
    // A stack trace in a log must name the function that failed.
    minify: false,
  },
} as const satisfies UserConfig

export default defineConfig(({ mode }) => (mode === 'preload' ? makePreloadConfig() : makeMainConfig()))
