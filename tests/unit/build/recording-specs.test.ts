import { globSync, readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { recordingSpecs } from '../../../vitest.config.ts'

/** How a spec comes to record: by hand, by keys, by the second engine, or by the rehearsal of the equipment check. */
const recording = /\b(openReception|takeNextRoom|armRecorder|armByKeyboard|openGrabbedDesktop|openEquipment)\(/
/** Files by their place from the root of the project. */
const specs = globSync('tests/e2e/specs/**/*.spec.ts')
const isAlone = (path: string): boolean => recordingSpecs.some(glob => matchesGlob(path, glob))

test('a spec that records never runs beside another', () => {
  const recorders = specs.filter(path => recording.test(readFileSync(path, 'utf8')))
  expect(recorders.length).toBeGreaterThan(10)
  expect(recorders.filter(path => !isAlone(path))).toEqual([])
})

test('a spec that records nothing is not made to wait: in the folder of recording ones each records', () => {
  const others = specs.filter(path => path.includes('/recording/') && !recording.test(readFileSync(path, 'utf8')))
  expect(others).toEqual([])
})
