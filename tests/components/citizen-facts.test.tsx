import { page, userEvent } from 'vitest/browser'
import { CompleteDialog } from '../../renderer/features/applications/complete-dialog.tsx'
import { ConsentDialog } from '../../renderer/features/applications/consent-dialog.tsx'
import { MatterActs } from '../../renderer/features/applications/matter-acts.tsx'
import { RegisterDialog } from '../../renderer/features/applications/register-dialog.tsx'
import { NoticeActs } from '../../renderer/features/notices/notice-acts.tsx'
import { TellDialog } from '../../renderer/features/notices/tell-dialog.tsx'
import { CancelDialog } from '../../renderer/features/reception/cancel-dialog.tsx'
import { MoveDialog } from '../../renderer/features/reception/move-dialog.tsx'
import { ReplyCard } from '../../renderer/features/replies/reply-card.tsx'
import { AnswerForm } from '../../renderer/features/rights/answer-form.tsx'
import { RegisterForm } from '../../renderer/features/rights/register-form.tsx'
import { MarkDialog } from '../../renderer/features/terms/mark-dialog.tsx'
import type { NoticeRow } from '../../shared/contract/notices.ts'
import type { AnsweredApplication } from '../../shared/contract/replies.ts'
import { done } from '../../shared/contract/reply.ts'
import type { PersonRights, SubjectRequest } from '../../shared/contract/rights.ts'
import { at, otherId, regulation } from '../unit/shared/reception/history-of.ts'
import { choose, fill, press } from './fixtures/by-hand.ts'
import { matter } from './fixtures/matter.ts'
import { type Fact, proveFact } from './fixtures/prove-fact.ts'
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
      onAsking={nothing}
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

const facts: readonly Fact[] = [
  {
    ...judged,
    button: 'Отменить приём',
    call: 'receptions.act',
    open: () =>
      show(<CancelDialog card={card} permissions={permissions} onClose={nothing} />, {
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
      show(<MarkDialog card={card} kind="confirmed" onClose={nothing} />, {
        applications: { mark: () => done(matter.terms) },
      }),
    prepare: async () => {
      await choose('По телефону')
      await fill('С кем говорили', 'гражданин сам')
    },
  },
  {
    ...judged,
    button: 'Позвонил, сообщил',
    call: 'notices.toldByPhone',
    open: () => show(<TellDialog notice={notice} way="toldByPhone" onClose={nothing} />, { notices }),
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
      show(<CompleteDialog matter={matter} onClose={nothing} />, { applications: { complete: () => done(matter) } }),
    prepare: async () => {
      await fill('Адрес регистрации', 'г. Кемерово')
      await fill('Откуда это стало известно', 'сам, по телефону')
    },
  },
  {
    ...judged,
    button: 'Зарегистрировать',
    call: 'applications.register',
    field: 'Фамилия',
    open: () =>
      show(<RegisterDialog from={null} onClose={nothing} onRegistered={nothing} />, {
        applications: { register: () => done({ applicationId, journalNumber: 12, appointed: null }) },
      }),
    prepare: async () => {
      await fill('Фамилия', 'Канарейкин')
      await page.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).click()
    },
  },
  {
    ...judged,
    button: 'Отменить приём',
    call: 'applications.cancel',
    open: () =>
      show(<MatterActs matter={scheduled} reject={() => null} />, { applications: { cancel: () => done(scheduled) } }),
    prepare: () => press('Гражданин отказался (п. 2.6)…'),
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
for (const fact of facts) proveFact(fact)
