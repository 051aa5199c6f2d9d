import { expect, test } from 'vitest'
import {
  headlineOf,
  specialistLinesOf,
  technicianNeedOf,
} from '../../../../../renderer/features/equipment/specialist-lines.ts'
import { blockingResults } from '../../../../../shared/equipment/blocking.ts'
import { CheckCode, type CheckState } from '../../../../../shared/equipment/codes.ts'
import { isForTechnician } from '../../../../../shared/equipment/groups-and-states.ts'
import { judged } from '../../../../../shared/equipment/thresholds.ts'

type Line = readonly [CheckCode, CheckState]
const lines = (...results: Line[]) => results.map(([code, state]) => judged(code, state))
const allGood = CheckCode.options.map(code => judged(code, 'good'))
const tones = (...results: Line[]) => specialistLinesOf(lines(...results)).map(({ tone }) => tone)

test('there are always four, and nothing measured is nothing proven', () => {
  expect(tones()).toEqual(['quiet', 'quiet', 'quiet', 'quiet'])
  expect(specialistLinesOf([]).every(({ text }) => text.includes('не проверено'))).toBe(true)
})

test('all is good: four green lines and no technician', () => {
  expect(specialistLinesOf(allGood).map(({ tone }) => tone)).toEqual(['good', 'good', 'good', 'good'])
  expect(technicianNeedOf(allGood, [])).toBeNull()
})

test.each<[string, CheckCode, number]>([
  ['a camera that may send the same frame', 'cameraFrozen', 0],
  ['a camera that may send black', 'cameraBlack', 0],
  ['a microphone nobody spoke into', 'microphoneLevel', 1],
  ['a tone nobody confirmed', 'speakerTone', 2],
  ['no trial recording', 'rehearsalFile', 3],
  ['a disk that was not measured', 'diskRoom', 3],
])('%s is not green, be all the rest good', (_name, code, index) => {
  const unknown = specialistLinesOf(allGood.map(result => (result.code === code ? judged(code, 'unknown') : result)))
  const absent = specialistLinesOf(allGood.filter(result => result.code !== code))
  expect([unknown[index]?.tone, absent[index]?.tone]).toEqual(['quiet', 'quiet'])
})

test('«Всё готово» is said over four proven lines alone', () => {
  expect(headlineOf({ results: allGood, blocked: [] })).toEqual({ tone: 'good', text: 'Всё готово' })
  const quick = allGood.filter(({ code }) => !code.startsWith('rehearsal'))
  expect(headlineOf({ results: quick, blocked: [] })).toEqual({ tone: 'info', text: 'Проверенное исправно' })
})

test('what is wrong is told with its line, the fault before the remark', () => {
  const [, microphone] = specialistLinesOf(lines(['microphoneNoise', 'warning'], ['microphoneLevel', 'fault']))
  expect(microphone?.tone).toBe('bad')
  expect(microphone?.wrong.map(({ code }) => code)).toEqual(['microphoneLevel', 'microphoneNoise'])
})

test('the disk’s delay and its encryption are the technician’s, in one line', () => {
  expect(technicianNeedOf(lines(['diskFlush', 'warning'], ['encryption', 'warning']), [])).toMatchObject({
    tone: 'warn',
    text: 'Замечания для техника: задержка диска; шифрование диска',
  })
  expect(technicianNeedOf(lines(['diskFlush', 'fault'], ['encryption', 'warning']), [])).toMatchObject({
    tone: 'bad',
    text: 'Нужен техник: задержка диска',
  })
})

test('nothing that is wrong is lost: each code has its line or the technician’s', () => {
  for (const code of CheckCode.options.filter(code => !isForTechnician(code))) {
    const results = lines([code, 'fault'])
    const isTold =
      specialistLinesOf(results).some(({ wrong }) => wrong.length === 1) || technicianNeedOf(results, []) !== null
    expect([code, isTold]).toEqual([code, true])
  }
})

test('whatever keeps the room from being opened is shown in full', () => {
  for (const code of CheckCode.options) {
    const results = lines([code, 'fault'])
    const blocked = blockingResults(results).map(result => result.code)
    const full = [
      ...specialistLinesOf(results).flatMap(({ wrong }) => wrong),
      ...(technicianNeedOf(results, blocked)?.blocking ?? []),
    ].map(result => result.code)
    expect(full).toEqual(expect.arrayContaining(blocked))
  }
})
