import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const read = (name: string) => JSON.parse(readFileSync(resolve(root, name), 'utf8'))

interface LockedPackage {
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: true
}

/** What `npm ci` installs is what was locked: nothing else is known of it (docs/security.md). */
const locked = Object.entries(read('package-lock.json').packages as Record<string, LockedPackage>).filter(
  ([path]) => path !== '',
)

test('every package is known by its hash, and named by no address of its own', () => {
  expect(locked.length).toBeGreaterThan(500)
  expect(locked.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))).toEqual([])
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('every direct dependency is one version and no range', () => {
  const { dependencies, devDependencies, optionalDependencies = {} } = read('package.json')
  const ranges = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(ranges).toEqual([])
})

test('programs that run at an install are those that are allowed by name', () => {
  const running = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1))
  const allowed = Object.keys(read('package.json').allowScripts)
  expect(running.filter(name => !allowed.includes(name ?? ''))).toEqual([])
})
