import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The demonstration on a profile, as `npm start -- --demo` starts it, with devices that are none. */
export const programArguments = (profileDirectory: string, more: readonly string[] = []): string[] => [
  ...[root, '--demo', '--profile', profileDirectory, '--use-fake-device-for-media-stream', ...more],
]
