import { globSync, readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { recordingSpecs } from '../../../vitest.config.ts'

/** How a spec comes to record: by hand, by keys, by the second engine, or by the rehearsal of the equipment check. */
const recording = /\b(openReception|takeNextRoom|armRecorder|armByKeyboard|openGrabbedDesktop|openEquipment)\(/
/** What a recording is judged by. */
const judging = /Запись полная|\b(sealedRecording|sceneTimes)\b/
const isQuiet = (text: string): boolean => text.includes('room: quietRoom')
const isAlone = (path: string): boolean => recordingSpecs.some(glob => matchesGlob(path, glob))

/** Files by their place from the root of the project. */
const specs = globSync('tests/e2e/specs/**/*.spec.ts').map(path => ({ path, text: readFileSync(path, 'utf8') }))
const recorders = specs.filter(({ text }) => recording.test(text))
const paths = (some: typeof specs): string[] => some.map(({ path }) => path)

test('a spec that records runs beside another only where its room is a quiet one and its recording is not judged', () => {
  expect(recorders.length).toBeGreaterThan(10)
  const beside = recorders.filter(({ path }) => !isAlone(path))
  expect(paths(beside.filter(({ text }) => !isQuiet(text) || judging.test(text)))).toEqual([])
})

test('a spec that needs the machine for itself records a room that moves; others are not made to wait', () => {
  const inFolder = specs.filter(({ path }) => path.includes('/recording/'))
  expect(paths(inFolder.filter(({ text }) => !recording.test(text) || isQuiet(text)))).toEqual([])
})
