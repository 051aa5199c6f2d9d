import { page, userEvent } from 'vitest/browser'
import { AuthorisationSection } from '../../renderer/features/applications/authorisation-section.tsx'
import { ExceptionDialog } from '../../renderer/features/calendar/exception-dialog.tsx'
import { AnswerDialog } from '../../renderer/features/day/answer-dialog.tsx'
import { FinishDayButton, ReopenDayDialog } from '../../renderer/features/day/finish-day-button.tsx'
import { DecisionDialog } from '../../renderer/features/equipment/decision-dialog.tsx'
import { OtherWorkplaceDialog } from '../../renderer/features/equipment/other-workplace-dialog.tsx'
import { CorrectionDialog } from '../../renderer/features/journal/correction-dialog.tsx'
import { HoldDialog, ReleaseDialog } from '../../renderer/features/recording/hold-dialogs.tsx'
import { TakeoverForm } from '../../renderer/features/takeover/takeover-form.tsx'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { EquipmentCheck } from '../../shared/contract/equipment.ts'
import type { JournalEntry } from '../../shared/contract/journal.ts'
import { done } from '../../shared/contract/reply.ts'
import { dayWith } from '../fixtures/day-state.ts'
import { at, otherId, specialistId } from '../unit/shared/reception/history-of.ts'
import { choose, fill, pick, press } from './fixtures/by-hand.ts'
import { type Fact, proveFact, provePressCountsOnce } from './fixtures/prove-fact.ts'
import { applicationId, detailOf, receptionId } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'

/** Every fact about the day, the journal, the recordings and the workplace, by its own dialog. */
const detail = detailOf()
const { card } = detail
const nothing = () => undefined
const acts = { onReopen: nothing, onShow: nothing, onReplies: nothing, onRejection: nothing }
const day = dayWith()
const item: AttentionItem = {
  ...{ kind: 'writtenReply', subjectId: receptionId, receptionId, recordingId: null, applicationId, term: null },
  ...{ day: '2026-11-19', journalNumber: 12, shortName: 'Петров П. П.', holdsDay: false },
}
const check: EquipmentCheck = {
  ...{ id: otherId, kind: 'full', receptionId: null, startedAt: at('08:00'), finishedAt: at('08:01') },
  ...{ by: 'Иванова А. П.', state: 'good', blocked: [], results: [], decisions: [] },
  devices: { camera: null, microphone: null, speaker: null },
  versions: { program: '', browser: '', ffmpeg: '', system: '' },
}
const written = { fullName: 'Петров Пётр Петрович', topic: 'Субсидия', specialistName: 'Иванова А. П.', result: '' }
const entry: JournalEntry = {
  row: {
    ...written,
    ...{ applicationId, journalNumber: 12, receivedOn: '2026-11-18', consideration: '', corrected: [] },
    ...{ receptionDate: null, receptionId: null, outcome: null, recordingId: null },
  },
  ...{ written, mayCorrect: ['topic'], corrections: [], receptions: [], authors: {} },
}
const judged = { refusalJudged: true } as const

const facts: readonly Fact[] = [
  {
    ...judged,
    button: 'Записать и пересчитать сроки',
    call: 'calendar.decideException',
    open: () =>
      show(<ExceptionDialog revoked={null} onClose={nothing} />, {
        calendar: {
          previewException: () => done([]),
          decideException: () =>
            done({
              ...{ timeZone: 'Asia/Novokuznetsk', today: '2026-11-20', years: [], exceptions: [] },
              schedule: { weekdays: [{ from: '09:00', to: '18:00' }, null, null, null, null, null, null], lunch: null },
              scheduleDecision: null,
            }),
        },
      }),
    prepare: async () => {
      await fill('Дата', '30.11.2026')
      await userEvent.keyboard('{Tab}')
      await page.getByRole('radio').first().click()
      await fill('Документ-основание', 'приказ № 1')
    },
  },
  {
    ...judged,
    button: 'Отозвать',
    call: 'applications.revoke',
    open: () =>
      show(<AuthorisationSection />, {
        applications: {
          topics: () => done([{ id: 'subsidy', title: 'Субсидия', words: ['субсиди'], bodies: [], elsewhere: '' }]),
          authorisations: () =>
            done([
              {
                ...{ id: otherId, accountId: specialistId, shortName: 'Иванова А. П.', topicId: null },
                ...{ validFrom: '2026-01-01', validTo: null, basis: 'приказ № 2', authorName: 'Морозова Е. В.' },
                revokedAt: null,
              },
            ]),
          revoke: () => done([]),
        },
      }),
  },
  {
    ...judged,
    button: /^Передать/,
    call: 'takeover.carryOut',
    open: () =>
      show(<TakeoverForm fromId={specialistId} onDone={nothing} onClose={nothing} />, {
        takeover: {
          people: () =>
            done([
              { id: specialistId, shortName: 'Иванова А. П.', position: 'специалист', ahead: 1, receives: true },
              { id: otherId, shortName: 'Орлова О. Ю.', position: 'специалист', ahead: 0, receives: true },
            ]),
          preview: () =>
            done([
              {
                ...{ receptionId, expectedSequence: 0, appointedAt: at('11:00'), journalNumber: 12 },
                ...{ shortName: 'Петров П. П.', conflict: null, noticeDue: true, possible: true },
              },
            ]),
          carryOut: () => done({ moved: [], left: [] }),
        },
      }),
    prepare: async () => {
      await pick('Кому', /Орлова/)
      await fill('Кто и почему решил', 'больничный, решила начальник отдела')
    },
  },
  {
    ...judged,
    button: 'Поставить запрет',
    call: 'recordings.hold',
    open: () =>
      show(<HoldDialog recordingId={otherId} onClose={nothing} />, { recordings: { hold: () => done(null) } }),
    prepare: async () => {
      await choose('жалоба или обращение')
      await fill(/^Причина/, 'обращение № 5')
    },
  },
  {
    ...judged,
    button: 'Снять запрет',
    call: 'recordings.release',
    open: () =>
      show(
        <ReleaseDialog
          hold={{
            ...{ id: otherId, ground: 'complaint', released: null },
            placed: { at: at('08:00'), name: 'Иванова А. П.', reason: 'обращение № 5' },
          }}
          onClose={nothing}
        />,
        { recordings: { release: () => done(null) } },
      ),
    prepare: () => fill('Почему запрет снимается', 'рассмотрено'),
  },
  {
    ...judged,
    button: 'Записать решение',
    call: 'equipment.receiveWithoutCamera',
    open: () =>
      show(<DecisionDialog checkId={otherId} decision={{ kind: 'withoutCamera' }} onClose={nothing} />, {
        equipment: { receiveWithoutCamera: () => done(check) },
      }),
    prepare: () => fill('Причина', 'камера в ремонте'),
  },
  {
    ...judged,
    button: 'Перейти на другое место',
    call: 'receptions.act',
    field: 'Где пройдёт приём',
    open: () =>
      show(<OtherWorkplaceDialog reception={card} onClose={nothing} />, {
        equipment: { otherWorkplaces: () => done([]) },
        receptions: { act: () => done(detail) },
      }),
    prepare: () => fill('Где пройдёт приём', 'кабинет 12'),
  },
  {
    ...judged,
    button: 'День закрыт',
    call: 'day.close',
    open: () =>
      show(<FinishDayButton day={day} mayFinish {...acts} />, {
        day: { close: () => done(day), state: () => done(day) },
      }),
    prepare: () => press('Завершить день…'),
  },
  {
    ...judged,
    button: /^Открыть день$/,
    call: 'day.reopen',
    open: () => show(<ReopenDayDialog onClose={nothing} />, { day: { reopen: () => done(day) } }),
    prepare: () => fill('Почему день открывается снова', 'ошибка'),
  },
  {
    ...judged,
    button: 'Записать',
    call: 'day.answer',
    open: () =>
      show(<AnswerDialog item={item} today="2026-11-20" onClose={nothing} />, { day: { answer: () => done(day) } }),
    prepare: () => page.getByRole('textbox').fill('ответ направлен'),
  },
  {
    ...judged,
    button: 'Записать исправление',
    call: 'journal.correct',
    open: () =>
      show(
        <CorrectionDialog
          entry={entry}
          viewId={otherId}
          column="topic"
          heading="Тематика"
          initial="Субсидия"
          onClose={nothing}
        />,
        { journal: { correct: () => done(entry) } },
      ),
    prepare: async () => {
      await fill('Тематика', 'Субсидия на оплату ЖКУ и компенсация')
      await fill('Причина исправления', 'описка')
    },
  },
]
for (const fact of facts) {
  proveFact(fact)
  provePressCountsOnce(fact)
}
