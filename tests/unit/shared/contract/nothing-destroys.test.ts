import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../../../shared/contract/contract.ts'

/** A recording is destroyed by a commission, and there is no procedure with one yet: until then by nobody, in no role. */
test('no call of the contract destroys a recording', () => {
  const calls = Object.entries(contract).flatMap(([feature, of]) => Object.keys(of).map(name => `${feature}.${name}`))
  expect(calls.filter(call => /destroy|delete|shred|wipe|purge/i.test(call))).toEqual([])
  expect(Object.keys(contract.recordings).sort()).toEqual(
    [
      ...['list', 'detail', 'play', 'uncover', 'viewings', 'verify', 'hold', 'release', 'story'],
      ...['beginImport', 'checkImport', 'acceptImport', 'cancelImport'],
    ].sort(),
  )
})

test('nothing behind the contract calls a recording destroyed', () => {
  const electron = join(import.meta.dirname, '../../../../electron')
  // The schema compares with it: a check and two triggers that guard it.
  const sources = readdirSync(electron, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.startsWith(join('database', 'migrations')),
  )
  const written = sources.filter(name =>
    /(?:state\s*[:=]\s*|set state = )'destroyed'/.test(readFileSync(join(electron, name), 'utf8')),
  )
  expect(written).toEqual([])
})
