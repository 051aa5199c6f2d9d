import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { neededNatives } from '../../../build/natives.mjs'

/** What the pinned Electron says of itself, against what we lean on; its binary never ran here. */
const abi = readFileSync('node_modules/electron/abi_version', 'utf8').trim()
const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string }
const declarations = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
const registry = JSON.parse(readFileSync('node_modules/node-abi/abi_registry.json', 'utf8')) as {
  readonly abi: string
  readonly runtime: string
  readonly target: string
}[]

test('it is the version of package.json, with the ABI the registry of ABIs gives its major', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(version).toBe(devDependencies.electron)
  const [major] = version.split('.')
  const declared = registry.filter(({ runtime, target }) => runtime === 'electron' && target.startsWith(`${major}.`))
  expect(declared.map(entry => entry.abi)).toEqual([abi])
})

/** A module is bound either to Node-API, which every later Node has, or to one ABI by a name that holds its number. */
test.each(neededNatives('linux', 'x64'))('%s loads in it', path => {
  const bytes = readFileSync(path)
  const bound = [...bytes.toString('latin1').matchAll(/node_register_module_v(\d+)/g)].map(([, number]) => number)
  if (bound.length > 0) return expect(bound).toContain(abi)
  expect(bytes.includes('napi_register_module_v1')).toBe(true)
  // Node 24, that of Electron 45, is the one these tests run in: what it loads here has no newer Node-API than it.
  expect(process.versions.node.split('.')[0]).toBe('24')
  const loaded = { exports: {} }
  process.dlopen(loaded, path)
  expect(Object.keys(loaded.exports).length).toBeGreaterThan(0)
})

test('it grants the frame of another view without a crash, and throws where that frame is gone', () => {
  // Words that came with electron/electron#53665, which mended both.
  const sentences = declarations.replaceAll(/\s*\n\s*\*\s*/g, ' ')
  expect(sentences).toContain('the callback throws if the frame has been destroyed')
})
