import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { measureFfmpeg, missingMuxers } from '../../../electron/equipment/measure-ffmpeg.ts'
import { readSleepMinutes } from '../../../electron/equipment/read-sleep.ts'

test('the program of this machine has what the recording needs', async () => {
  const facts = await measureFfmpeg('ffmpeg')
  expect(facts.missing).toEqual([])
  expect(execFileSync('ffmpeg', ['-version']).toString()).toContain(`ffmpeg version ${facts.version}`)
})

test('a program that is none, a build without Matroska', async () => {
  expect((await measureFfmpeg('/nowhere/ffmpeg')).version).toBeNull()
  expect((await measureFfmpeg('true')).version).toBeNull()
  expect(missingMuxers('  E framehash  x\n  E null  x\n DE mp4 x\n')).toEqual(['matroska'])
})

test('a desktop that tells nothing about its sleep', async () => {
  expect(await readSleepMinutes('/nowhere/gsettings')).toBeNull()
})
