import { page, userEvent } from 'vitest/browser'
import { CompletionCase } from '../../renderer/features/applications/completion-case.tsx'
import { ConsentDialog } from '../../renderer/features/applications/consent-dialog.tsx'
import { MatterActs } from '../../renderer/features/applications/matter-acts.tsx'
import { RegistrationCase } from '../../renderer/features/applications/registration-case.tsx'
import { TellOfLink } from '../../renderer/features/day/tell-of-link.tsx'
import { NoticeActs } from '../../renderer/features/notices/notice-acts.tsx'
import { TellOfNotice } from '../../renderer/features/notices/tell-of-notice.tsx'
import { CancelReception } from '../../renderer/features/reception/cancel-reception.tsx'
import { MoveDialog } from '../../renderer/features/reception/move-dialog.tsx'
import { ReplyCard } from '../../renderer/features/replies/reply-card.tsx'
import { AnswerForm } from '../../renderer/features/rights/answer-form.tsx'
import { RegisterForm } from '../../renderer/features/rights/register-form.tsx'
import { ConfirmationDialog } from '../../renderer/features/terms/confirmation-dialog.tsx'
import { TellOfReception } from '../../renderer/features/terms/tell-of-reception.tsx'
import type { NoticeRow } from '../../shared/contract/notices.ts'
import type { AnsweredApplication } from '../../shared/contract/replies.ts'
import { done } from '../../shared/contract/reply.ts'
import type { PersonRights, SubjectRequest } from '../../shared/contract/rights.ts'
import { attentionItem, dayWith } from '../fixtures/day-state.ts'
import { at, otherId, regulation, specialistId } from '../unit/shared/reception/history-of.ts'
import { choose, fill, press } from './fixtures/by-hand.ts'
import { matter } from './fixtures/matter.ts'
import { type Fact, proveFact, provePressCountsOnce } from './fixtures/prove-fact.ts'
import { applicationId, detailOf, receptionId } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'

/** Every fact about a citizen that is set outside of «Приём», by its own dialog. */
const detail = detailOf()
const { card } = detail
const nothing = () => undefined
const notice: NoticeRow = {
  ...{ id: otherId, applicationId, receptionId, kind: 'appointment', journalNumber: 12, shortName: 'Петров П. П.' },
  ...{ formedAt: at('08:00'), standing: 'bounced', since: at('08:01'), nextTryAt: null, answer: '' },
  ...{ needsPerson: true, mayResend: true, mayTell: true },
}
const evidence = {
  ...notice,
  ...{ toAddress: 'a@example.ru', subject: 'О приёме', text: 'Приём назначен.', hasCalendar: false },
  ...{ attachmentNames: [], messageId: '<1@example.ru>', authorName: 'Иванова А. П.', lines: [] },
}
const notices = {
  ofApplication: () => done({ phone: '+79130000000', email: null, notices: [] }),
  toldByPhone: () => done(evidence),
  sentByHand: () => done(evidence),
  resend: () => done(evidence),
}
const [someTerm] = regulation.terms
if (!someTerm) throw new Error('no term in the order')
const request: SubjectRequest = {
  ...{ id: otherId, kind: 'withdrawal', way: 'letter', receivedAt: at('08:00'), authorName: 'Иванова А. П.' },
  ...{ act: null, state: { kind: 'notStarted' } },
  term: someTerm,
}
const person: PersonRights = {
  ...{ requests: [], documentErasedAt: null, letterErasedAt: null, isOpen: false, recordings: [] },
}
const answered: AnsweredApplication = {
  ...{ applicationId, receptionId, journalNumber: 12, shortName: 'Петров П. П.', appointedAt: at('09:00') },
  ...{ matchedBy: 'notice', toEarlierNotice: false, dueOn: null, late: false, mayConfirm: true, mayDecline: true },
  ...{ obstacle: null, senderIs: 'applicant' },
}
const permitted = { permitted: true, clause: 'п. 2.6', reason: null }
const permissions = {
  refused: { act: 'cancelRefused' as const, ...permitted },
  notConfirmed: { act: 'cancelNotConfirmed' as const, ...permitted },
}
const replyCard = (application: AnsweredApplication) => () =>
  show(
    <ReplyCard
      reply={{
        ...{
          letterId: otherId,
          receivedAt: at('08:00'),
          receiptSource: 'internalDate' as const,
          sender: 'a@example.ru',
          subject: 'Ответ',
          words: 'Приду.',
        },
        ...{ application, candidates: [], isAmongLetters: false, proposal: 'confirms' },
      }}
      onJudged={nothing}
    />,
    { replies: { judge: () => done({ replies: [], autoReplies: [], judged: [] }) } },
  )
const scheduled = {
  ...matter,
  terms: { ...matter.terms, acts: Object.values(permissions) },
  status: 'awaitingReply' as const,
  reception: {
    ...{ id: receptionId, step: 'scheduled' as const, appointedAt: at('09:00'), specialistName: 'Иванова А. П.' },
    hasLink: true,
  },
}
const judged = { refusalJudged: true } as const

/** «Сообщено гражданину»: how, and to whom; when is now. */
async function tell(way: string): Promise<void> {
  await choose(way)
  await fill('Кому и что сообщено', 'гражданину лично')
}

const noSlots = { replies: nothing, tell: nothing, link: nothing, writtenReply: nothing }
const registration = () =>
  show(<RegistrationCase from={null} beside={null} onCancel={nothing} onRegistered={nothing} />, {
    accounts: { colleagues: () => done([colleague]) },
    telemost: { mayMakeLinks: () => done(false) },
    applications: {
      register: () => done({ applicationId, journalNumber: 12, appointed: null }),
      appoint: () => done({ receptionId, notice: 'formed' }),
      slots: () => done(grid),
    },
  })
const colleague = {
  ...{ id: specialistId, shortName: 'Иванова А. П.', position: 'Специалист', role: 'specialist' as const },
}
const grid = {
  ...{ slotMinutes: 15, from: '2026-11-24', earliestLocal: '2026-11-24T09:00', missingYear: null },
  days: [
    {
      date: '2026-11-24',
      slots: [{ local: '2026-11-24T09:00', at: at('09:00', '2026-11-24'), state: 'free' as const, takenBy: null }],
    },
  ],
}
async function fillRegistration(): Promise<void> {
  await fill('Фамилия', 'Канарейкин')
  await page.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).click()
}

const facts: readonly Fact[] = [
  {
    ...judged,
    button: 'Отменить приём',
    call: 'receptions.act',
    open: () =>
      show(<CancelReception card={card} permissions={permissions} onClose={nothing} />, {
        receptions: { act: () => done(detail) },
      }),
    prepare: () => choose('Гражданин отказался от приёма'),
  },
  {
    ...judged,
    button: 'Перенести приём',
    call: 'receptions.move',
    field: 'Новая ссылка на встречу или её номер',
    open: () =>
      show(<MoveDialog card={card} onClose={nothing} />, {
        receptions: { move: () => done({ receptionId: otherId }) },
      }),
    prepare: async () => {
      await fill('Кто и почему решил', 'Просьба гражданина')
      await fill('Новая дата', '27.11.2026')
      await page.getByLabelText('Часы').fill('10')
      await page.getByLabelText('Минуты').fill('00')
      await userEvent.keyboard('{Tab}')
    },
  },
  {
    ...judged,
    button: 'Участие подтверждено',
    call: 'applications.mark',
    open: () =>
      show(<ConfirmationDialog card={card} onClose={nothing} />, {
        applications: { mark: () => done(matter.terms) },
      }),
    prepare: async () => {
      await choose('По телефону')
      await fill('С кем говорили', 'гражданин сам')
    },
  },
  {
    ...judged,
    button: /^Сообщено гражданину$/,
    call: 'notices.toldByPhone',
    open: () => show(<TellOfNotice notice={notice} onClose={nothing} />, { notices }),
    prepare: () => tell('По телефону'),
  },
  {
    ...judged,
    button: /^Сообщено гражданину$/,
    call: 'notices.sentByHand',
    open: () => show(<TellOfNotice notice={notice} onClose={nothing} />, { notices }),
    prepare: () => tell('На бумаге'),
  },
  ...(['noticeSent', 'cancellationTold'] as const).map(
    (kind): Fact => ({
      ...judged,
      button: /^Сообщено гражданину$/,
      call: 'applications.mark',
      open: () =>
        show(<TellOfReception card={card} kind={kind} onClose={nothing} />, {
          applications: { mark: () => done(matter.terms) },
        }),
      prepare: () => tell('По телефону'),
    }),
  ),
  {
    ...judged,
    button: /^Сообщено гражданину$/,
    call: 'day.answer',
    open: () =>
      show(
        <TellOfLink
          item={attentionItem('linkChanged', { receptionId, holdsDay: false })}
          receptionId={receptionId}
          today="2026-11-20"
          onClose={nothing}
        />,
        { day: { answer: () => done(dayWith()) }, receptions: { detail: () => done(detail) } },
      ),
    prepare: () => tell('По телефону'),
  },
  {
    ...judged,
    button: 'Отправить ещё раз',
    call: 'notices.resend',
    open: () => show(<NoticeActs notice={notice} />, { notices }),
  },
  {
    ...judged,
    button: 'Записать',
    call: 'applications.consent',
    field: 'Кто и как сообщил',
    open: () =>
      show(<ConsentDialog matter={matter} kind="video" onClose={nothing} />, {
        applications: { consent: () => done(matter) },
      }),
    prepare: async () => {
      await fill('Кто и как сообщил', 'сам, по телефону')
      await choose('Не согласен')
    },
  },
  {
    ...judged,
    button: 'Дополнить',
    call: 'applications.complete',
    field: 'Откуда это стало известно',
    open: () =>
      show(<CompletionCase matter={matter} beside={null} onClose={nothing} />, {
        applications: { complete: () => done(matter) },
      }),
    prepare: async () => {
      await fill('Адрес регистрации', 'г. Кемерово')
      await fill('Откуда это стало известно', 'сам, по телефону')
    },
  },
  {
    ...judged,
    button: /^Зарегистрировать$/,
    keyIsOfStep: true,
    call: 'applications.register',
    open: registration,
    prepare: fillRegistration,
  },
  {
    ...judged,
    button: 'Зарегистрировать и назначить приём',
    call: 'applications.register',
    field: 'Фамилия',
    open: registration,
    async prepare() {
      await fillRegistration()
      await fill(/Ссылка на встречу/, 'https://telemost.yandex.ru/j/20000000000001')
      await fill(/Почему приём назначается вопреки правилу/, 'согласие спросят до приёма')
    },
  },
  {
    ...judged,
    button: 'Отменить приём',
    call: 'applications.cancel',
    open: () =>
      show(<MatterActs matter={scheduled} step="awaitReply" slots={noSlots} onWork={nothing} />, {
        applications: { cancel: () => done(scheduled) },
      }),
    prepare: async () => {
      await press('Ещё')
      await page.getByRole('menuitem', { name: 'Отменить (п. 2.6)…' }).click()
      await choose('Гражданин отказался от приёма')
    },
  },
  {
    ...judged,
    button: 'Стереть и отметить',
    call: 'rights.finish',
    open: () =>
      show(<AnswerForm applicationId={applicationId} request={request} onDone={nothing} />, {
        rights: { finish: () => done(person) },
      }),
    prepare: () => page.getByRole('textbox').fill('сведения стёрты'),
  },
  {
    ...judged,
    button: 'Внести обращение',
    call: 'rights.register',
    open: () =>
      show(<RegisterForm applicationId={applicationId} onDone={nothing} />, {
        rights: { register: () => done(person) },
      }),
    prepare: () => page.getByRole('radio').first().click(),
  },
  { ...judged, button: /^Подтверждает$/, call: 'replies.judge', open: replyCard(answered) },
  { ...judged, button: 'Не об этом', call: 'replies.judge', open: replyCard(answered) },
  {
    ...judged,
    button: 'Отменить приём',
    call: 'replies.judge',
    open: replyCard(answered),
    prepare: () => press('Отказывается…'),
  },
]
for (const fact of facts) {
  proveFact(fact)
  provePressCountsOnce(fact)
}
