import { expect, test } from 'vitest'
import { notStarted } from '../../../../../electron/recording/live/start-refusals.ts'
import { FileReplacedError, writeFailureOf } from '../../../../../electron/recording/live/write-failure.ts'
import { alarmTexts } from '../../../../../renderer/features/recording/alarm-texts.ts'
import { WriteFailure } from '../../../../../shared/recording/slip.ts'
import { gapCauseText } from '../../../../../shared/recording/slip-text.ts'

const coded = (code: string) => Object.assign(new Error(`${code}: write`), { code })

test.each<[unknown, WriteFailure]>([
  [coded('ENOSPC'), 'diskFull'],
  [coded('EDQUOT'), 'diskFull'],
  [coded('EFBIG'), 'diskFull'],
  [coded('EACCES'), 'diskForbidden'],
  [coded('EPERM'), 'diskForbidden'],
  [coded('EROFS'), 'diskReadOnly'],
  [coded('ENODEV'), 'diskGone'],
  [coded('ENOENT'), 'diskGone'],
  [coded('ESTALE'), 'diskGone'],
  [coded('ENOTCONN'), 'diskGone'],
  [new FileReplacedError('another file'), 'fileReplaced'],
  [coded('EIO'), 'diskFailed'],
  [coded('EMFILE'), 'diskFailed'],
  [new Error('no code at all'), 'diskFailed'],
  ['a string', 'diskFailed'],
])('%s is %s', (error, failure) => {
  expect(writeFailureOf(error)).toBe(failure)
})

const others = WriteFailure.options.filter(failure => failure !== 'diskFull')

test.each(others)('%s is never told as want of space, in no text of the program', failure => {
  const texts = [alarmTexts[failure].happened, gapCauseText(failure), notStarted(failure, 'browser').hint]
  for (const text of texts) expect(text).not.toMatch(/мест[ао]/)
})

test('every cause has words of its own', () => {
  for (const words of [(one: WriteFailure) => alarmTexts[one].happened, gapCauseText]) {
    expect(new Set(WriteFailure.options.map(words)).size).toBe(WriteFailure.options.length)
  }
})
