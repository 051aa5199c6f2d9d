import { describe, expect, test } from 'vitest'
import { answerWords, attentionWords } from '../../../../../renderer/features/day/attention-words.ts'
import type { TermState } from '../../../../../shared/calendar/term-state.ts'
import { AnswerableKind, AttentionKind } from '../../../../../shared/contract/day.ts'
import { termOf } from '../../../../fixtures/calendars.ts'
import { attentionItem } from '../../../../fixtures/day-state.ts'

const on = (today: string) => ({ today, timeZone: 'Asia/Novokuznetsk', nowMs: Date.parse(`${today}T05:00:00Z`) })

describe('the words of a thing', () => {
  test('who and the number; the date only of another day', () => {
    expect(attentionWords(attentionItem('moving'), on('2026-11-20')).text).toBe('Петров П. П., № 7: нужен иной срок')
    expect(attentionWords(attentionItem('moving'), on('2026-11-21')).text).toBe(
      'Петров П. П., № 7, 20.11.2026: нужен иной срок',
    )
  })

  test('of the workplace as a whole: what it is and who mends it', () => {
    const { tone, text } = attentionWords(attentionItem('fewRoom', { shortName: null }), on('2026-11-20'))
    expect(tone).toBe('bad')
    expect(text).toMatch(/^На диске не хватит места.*техническому специалисту/)
  })

  test('a term says itself where it stands, by which clause, and what to do once it is missed', () => {
    const due = {
      legalOn: '2026-11-18',
      legalAt: '2026-11-18T17:00:00.000Z',
      targetAt: '2026-11-18T11:00:00.000Z',
      cautiousOn: '2026-11-17',
    }
    const words = (state: TermState, kind: AttentionKind) =>
      attentionWords(attentionItem(kind, { term: { rule: termOf('D2'), state } }), on('2026-11-20')).text
    expect(words({ kind: 'overdue', due, over: 2 }, 'termOverdue')).toBe(
      'Петров П. П., № 7: решение по заявке (п. 2.4): просрочен на 2 рабочих дня, истёк 18.11.2026. Отправьте уведомление с датой, временем, должностным лицом и ссылкой; сообщите руководителю.',
    )
    expect(words({ kind: 'missingYear', year: 2028 }, 'calendarMissing')).toBe(
      'Петров П. П., № 7: решение по заявке (п. 2.4): календарь на 2028 год не загружен: срок не считается. Сообщите руководителю: календарь загружают в «Настройках».',
    )
  })

  test.each(AttentionKind.options)('%s is answered in words only where it cannot be mended', kind => {
    expect(answerWords(kind) !== null).toBe(AnswerableKind.safeParse(kind).success)
  })
})
