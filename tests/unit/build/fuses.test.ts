import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { fuseConfig, fuses } from '../../../build/fuses.ts'

test('every fuse the package knows is decided, with a reason', () => {
  const known = Object.keys(FuseV1Options).filter(name => Number.isNaN(Number(name)))
  expect(Object.keys(fuses).sort()).toEqual(known.sort())
  for (const { why } of Object.values(fuses)) expect(why.length).toBeGreaterThan(20)
})

test('what is on and what is off', () => {
  const on = Object.entries(fuses).filter(([, fuse]) => fuse.on)
  expect(on.map(([name]) => name)).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
  ])
  expect(fuseConfig).toMatchObject({ [FuseV1Options.RunAsNode]: false, [FuseV1Options.OnlyLoadAppFromAsar]: true })
})
