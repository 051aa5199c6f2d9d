import { describe, expect, test } from 'vitest'
import { closingWords } from '../../../../renderer/features/day/closing-words.ts'
import type { AttentionKind, ClosingLine, ClosingLineName, DayState } from '../../../../shared/contract/day.ts'
import type { OutboxState } from '../../../../shared/contract/notices.ts'
import { attentionItem, dayWith, provenMail } from '../../../fixtures/day-state.ts'

/** «Завершить день»: green for what is proven, and for nothing else. */
const lineOf = ({ lines }: DayState, name: ClosingLineName): ClosingLine => {
  const line = lines.find(one => one.name === name)
  if (!line) throw new Error(`no line ${name}`)
  return line
}
const notGreen = ({ lines }: DayState) =>
  lines.filter(line => closingWords(line).tone !== 'good').map(({ name }) => name)
const isHeld = ({ lines }: DayState) => lines.some(({ holdsDay }) => holdsDay)
const kind = (of: AttentionKind, holdsDay = false) => attentionItem(of, { holdsDay })

test('everything proven: every line is green, and nothing holds the day', () => {
  expect(notGreen(dayWith())).toEqual([])
  expect(isHeld(dayWith())).toBe(false)
})

describe('what is open', () => {
  test.each<[ClosingLineName, AttentionKind, boolean]>([
    ['results', 'unfinished', true],
    ['results', 'notHeld', true],
    ['otherTime', 'moving', true],
    ['recordings', 'recordingMissing', true],
    ['recordings', 'recordingNotHere', false],
    ['recordings', 'recordingFound', false],
    ['recordingRemarks', 'recordingFlawed', true],
    ['writtenReplies', 'writtenReply', false],
    ['rejections', 'rejectionToSign', false],
    ['rejections', 'rejectionToSend', false],
    ['termsOver', 'termOverdue', false],
    ['termsOver', 'calendarMissing', false],
    ['termsOver', 'requestOverdue', false],
    ['termsToday', 'termToday', false],
    ['termsToday', 'requestToday', false],
    ['notices', 'notDelivered', false],
    ['letters', 'newLetters', false],
    ['replies', 'replyToJudge', false],
    ['links', 'noLink', false],
    ['links', 'linkDead', false],
    ['links', 'linkChanged', false],
  ])('%s: %s is the one line that is not green, with its case; holds the day: %s', (name, of, holds) => {
    const day = dayWith({ items: [kind(of, holds)] })
    expect(notGreen(day)).toEqual([name])
    expect(lineOf(day, name)).toMatchObject({ standing: 'open', holdsDay: holds, cases: [{ kind: of }] })
    expect(isHeld(day)).toBe(holds)
    expect(closingWords(lineOf(day, name)).tone).toBe(holds ? 'bad' : 'warn')
  })

  test.each([
    ['a reception still to come', { stillToCome: [kind('stillToCome')] }, 'receptions', true],
    ['a recording that is not sealed yet', { recordingsUnproven: [kind('recordingUnproven')] }, 'recordings', false],
    ['a notice that waits', { mail: { ...provenMail, waiting: [kind('noticeWaiting')] } }, 'notices', false],
    ['a notice never formed', { mail: { ...provenMail, untold: [kind('citizenUntold')] } }, 'notices', false],
  ] as const)('%s', (_name, facts, name, holds) => {
    const day = dayWith(facts)
    expect(notGreen(day)).toEqual([name])
    expect(lineOf(day, name)).toMatchObject({ standing: 'open', holdsDay: holds })
  })
})

describe('what nobody knows is grey and says so', () => {
  test.each<[OutboxState, boolean]>([
    ['ready', true],
    ['noServer', false],
    ['turnedOff', false],
    ['unreachable', false],
    ['stopped', false],
  ])('outgoing mail %s: proven %s', (outgoing, isProven) => {
    const line = lineOf(dayWith({ mail: { ...provenMail, outgoing } }), 'notices')
    expect(line.standing).toBe(isProven ? 'proven' : 'unknown')
    expect(closingWords(line).tone).toBe(isProven ? 'good' : 'quiet')
    if (!isProven) expect(closingWords(line).text).toMatch(/^Уведомления: не проверено, /)
  })

  test.each([
    ['read', true],
    ['none', false],
    ['down', false],
  ] as const)('incoming mail %s: proven %s', (incoming, isProven) => {
    const day = dayWith({ mail: { ...provenMail, incoming } })
    for (const name of ['letters', 'replies'] as const) {
      expect(lineOf(day, name).standing).toBe(isProven ? 'proven' : 'unknown')
    }
  })

  test('what is open says its doubt too: a failed notice and no server', () => {
    const line = lineOf(
      dayWith({ items: [kind('notDelivered')], mail: { ...provenMail, outgoing: 'noServer' } }),
      'notices',
    )
    expect(closingWords(line).text).toBe(
      'Уведомления: 1 письмо не дошло; не проверено, почтовый сервер не настроен (дня не держит)',
    )
  })
})

/** Those the workstation may mark so (electron/day/attention.ts, attention-store.ts). */
test.each<AttentionKind>([
  ...(['unfinished', 'notHeld', 'moving', 'recordingMissing', 'recordingFlawed', 'recordingFound'] as const),
])('%s holds the day by a line of its own', of => {
  expect(isHeld(dayWith({ items: [kind(of, true)] }))).toBe(true)
})
