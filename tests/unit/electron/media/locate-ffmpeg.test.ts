import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { locateFfmpeg, systemCandidates } from '../../../../electron/media/locate-ffmpeg.ts'

async function fakeTool(name: string, words: string): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videopriem-locate-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = path.join(directory, name)
  await writeFile(file, `#!/bin/sh\necho "${words}"\n`)
  await chmod(file, 0o700)
  return file
}

const real = 'ffmpeg version 7.1 Copyright (c) 2000-2026 the FFmpeg developers'
const nothing = async () => null
const platform = 'linux' as const

test('the setting comes first', async () => {
  const setting = await fakeTool('mine', real)
  const bundled = await fakeTool('theirs', real)
  expect(await locateFfmpeg({ setting, platform, environment: {}, bundled: async () => bundled })).toEqual({
    kind: 'found',
    path: setting,
    version: '7.1',
    source: 'setting',
  })
})

test('a setting that is no ffmpeg is refused, nothing else is taken silently', async () => {
  const setting = await fakeTool('mine', 'hello')
  const environment = { PATH: path.dirname(await fakeTool('ffmpeg', real)) }
  expect(await locateFfmpeg({ setting, platform, environment, bundled: nothing })).toEqual({
    kind: 'refused',
    reason: 'settingUnusable',
    tried: [setting],
  })
})

test('the bundled one, then PATH; what does not run is passed over', async () => {
  const bundled = await fakeTool('ffmpeg', real)
  const onPath = await fakeTool('ffmpeg', 'ffmpeg version 6.0 Copyright')
  const environment = { PATH: path.dirname(onPath) }
  const options = { setting: null, platform, environment }
  expect(await locateFfmpeg({ ...options, bundled: async () => bundled })).toMatchObject({ source: 'bundled' })
  expect(await locateFfmpeg({ ...options, bundled: async () => '/gone/ffmpeg' })).toMatchObject({
    path: onPath,
    version: '6.0',
  })
  await writeFile(bundled, 'not a program')
  expect(await locateFfmpeg({ ...options, bundled: async () => bundled })).toMatchObject({
    path: onPath,
    source: 'system',
  })
})

test('none at all is a typed refusal', async () => {
  const found = await locateFfmpeg({ setting: null, platform, environment: {}, bundled: nothing, readVersion: nothing })
  expect(found).toMatchObject({ kind: 'refused', reason: 'notFound' })
})

test.each([
  [
    'win32',
    { Path: 'D:\\tools;C:\\x', ProgramFiles: 'C:\\Program Files' },
    ['D:\\tools\\ffmpeg.exe', 'C:\\Program Files\\ffmpeg\\bin\\ffmpeg.exe'],
  ],
  ['darwin', { PATH: '/a' }, ['/a/ffmpeg', '/opt/homebrew/bin/ffmpeg']],
  ['linux', { PATH: '/a::/b' }, ['/a/ffmpeg', '/b/ffmpeg', '/usr/bin/ffmpeg']],
] as const)('places on %s', (system, environment, places) => {
  const candidates = systemCandidates(system, environment)
  expect(candidates).toEqual(expect.arrayContaining([...places]))
  expect(candidates[0]).toBe(places[0])
})
