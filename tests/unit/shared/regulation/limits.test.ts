import { expect, test } from 'vitest'
import regulationFile from '../../../../resources/regulations/kuzbass-121.json' with { type: 'json' }
import { receptionLimits, retentionYears } from '../../../../shared/regulation/limits.ts'
import { Regulation } from '../../../../shared/regulation/regulation.ts'

const regulation = Regulation.parse(regulationFile)

test('order № 121 in milliseconds', () => {
  expect(receptionLimits(regulation, 'Asia/Novokuznetsk')).toEqual({
    timeZone: 'Asia/Novokuznetsk',
    noShowMs: 10 * 60_000,
    talkMs: 15 * 60_000,
    extensionStepMs: 5 * 60_000,
    extensionOfferMs: 5 * 60_000,
    callOfferMs: 3 * 60_000,
    promisedConnectionMs: 5 * 60_000,
    callTries: 3,
    undoMs: 10_000,
  })
  expect(retentionYears(regulation)).toBe(2)
})

test('another regulation gives other limits', () => {
  const { limits } = regulation
  const other = { limits: { ...limits, talk: { ...limits.talk, amount: 20 }, undo: { ...limits.undo, amount: 7 } } }
  expect(receptionLimits(other, 'Europe/Moscow')).toMatchObject({ talkMs: 1_200_000, undoMs: 7_000 })
})
