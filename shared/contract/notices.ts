import * as z from 'zod'
import { NoticeKind } from '../notices/notice-kind.ts'
import { AttemptOutcome, NoticeFactKind, NoticeStandingKind } from '../notices/notice-standing.ts'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })
const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм')

/** The longest words a template may have, characters. */
export const noticeLimits = { subject: 150, text: 8000 } as const

/** One line of what happened to a notice, in order. */
export const NoticeLine = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('attempt'),
    number: z.int().positive(),
    at: Moment,
    outcome: AttemptOutcome,
    /** What the server said, without addresses. */
    answer: z.string(),
  }),
  z.strictObject({
    of: z.literal('fact'),
    kind: NoticeFactKind,
    at: Moment,
    occurredAt: Moment,
    /** null: the program itself. */
    authorName: z.string().nullable(),
    detail: z.string(),
  }),
])
export type NoticeLine = z.infer<typeof NoticeLine>

/** A notice in a list: who by number and short name, never its text. */
export const NoticeRow = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  receptionId: z.uuid().nullable(),
  kind: NoticeKind,
  journalNumber: z.int(),
  shortName: z.string(),
  formedAt: Moment,
  standing: NoticeStandingKind,
  since: Moment.nullable(),
  /** The next try; null where there is none, or at once. */
  nextTryAt: Moment.nullable(),
  /** The last thing the server said; empty where it said nothing. */
  answer: z.string(),
  needsPerson: z.boolean(),
  mayResend: z.boolean(),
  /** «Сообщено гражданину…». */
  mayTell: z.boolean(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

/** The evidence: what was written, to where, and all that became of it. */
export const NoticeEvidence = NoticeRow.extend({
  toAddress: z.string(),
  subject: z.string(),
  text: z.string(),
  hasCalendar: z.boolean(),
  attachmentNames: z.array(z.string()),
  messageId: z.string(),
  authorName: z.string(),
  lines: z.array(NoticeLine),
})
export type NoticeEvidence = z.infer<typeof NoticeEvidence>

export const NoticesOfApplication = z.strictObject({
  phone: z.string().nullable(),
  /** null: the application names none, notices are told by phone. */
  email: z.string().nullable(),
  /** The newest first. */
  notices: z.array(NoticeEvidence),
})
export type NoticesOfApplication = z.infer<typeof NoticesOfApplication>

/** Whether anything goes out, and why not. */
export const OutboxState = z.enum([
  'ready',
  /** No server entered. */
  'noServer',
  'turnedOff',
  /** Network or server: tried again by itself. */
  'unreachable',
  /** Password, certificate or rights: nothing goes out until somebody acts. */
  'stopped',
])
export type OutboxState = z.infer<typeof OutboxState>

export const Outbox = z.strictObject({
  state: OutboxState,
  /** Russian: what the server said; empty where there is nothing to say. */
  reason: z.string(),
  nextTryAt: Moment.nullable(),
  /** What asks for a person first, then the oldest. */
  rows: z.array(NoticeRow),
})
export type Outbox = z.infer<typeof Outbox>

/** A notice as it would go out. */
export const NoticePreview = z.strictObject({
  subject: z.string(),
  text: z.string(),
  hasCalendar: z.boolean(),
})
export type NoticePreview = z.infer<typeof NoticePreview>

export const NoticeTemplate = z.strictObject({
  kind: NoticeKind,
  subject: z.string(),
  text: z.string(),
  /** The body's own words; false: those of the program. */
  isOwn: z.boolean(),
})
export type NoticeTemplate = z.infer<typeof NoticeTemplate>

const Words = z.strictObject({
  kind: NoticeKind,
  subject: typedText().trim().min(1, 'Впишите тему письма').max(noticeLimits.subject, 'Не длиннее 150 знаков'),
  text: typedText().trim().min(1, 'Впишите текст').max(noticeLimits.text, 'Не длиннее 8000 знаков'),
})

const HostName = z
  .string()
  .trim()
  .regex(/^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/, 'Имя сервера, например smtp.example.ru')

/** The server notices go out by, as everybody allowed may see it. */
export const OutgoingServer = z.strictObject({
  isOn: z.boolean(),
  host: HostName,
  port: z.int().min(1, 'Порт от 1 до 65535').max(65_535, 'Порт от 1 до 65535'),
  security: z.enum(['tls', 'startTls']),
  authentication: z.enum(['password', 'oauth', 'none']),
  userName: typedText().trim().max(200),
  fromAddress: z.email('Адрес электронной почты: имя@домен'),
  /** Shown beside the address; usually the body's short name. */
  fromName: typedText().trim().min(1, 'Впишите имя отправителя').max(120),
  /** PEM of an own certificate authority; empty = those of the computer. */
  certificateAuthority: keptAsTyped()
    .trim()
    .max(100_000)
    .refine(text => text === '' || /^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text), {
      message: 'Нужен сертификат в виде PEM: «-----BEGIN CERTIFICATE-----»',
    }),
})
export type OutgoingServer = z.infer<typeof OutgoingServer>

/** As entered: null keeps the secret that is stored, for the same host and user only. */
export const EnteredServer = OutgoingServer.extend({ secret: keptAsTyped().max(4000).nullable() })
export type EnteredServer = z.infer<typeof EnteredServer>

export const OutgoingServerView = z.strictObject({
  server: OutgoingServer.nullable(),
  hasSecret: z.boolean(),
  /** How the outbox stands, without anybody's name. */
  state: OutboxState,
  reason: z.string(),
  waiting: z.int().nonnegative(),
})
export type OutgoingServerView = z.infer<typeof OutgoingServerView>

/** What a probe found; the answer is Russian, in the words of the screen. */
export const ProbeResult = z.strictObject({ works: z.boolean(), answer: z.string() })
export type ProbeResult = z.infer<typeof ProbeResult>

const byNotice = z.strictObject({ noticeId: z.uuid() })
const byPeople = () => allowed('specialist', 'head')

export const notices = {
  ofApplication: byPeople()
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(reply(NoticesOfApplication)),
  /** Everything that waits or failed. */
  outbox: byPeople().output(reply(Outbox)),
  /** Lifts a stop and looks at once. */
  tryNow: byPeople().output(reply(Outbox)),
  resend: byPeople().input(byNotice).output(reply(NoticeEvidence)),
  /** «Отправить ссылку ещё раз»: the notice formed anew with the link as it stands; once for each `requestId`. */
  linkAgain: byPeople()
    .input(z.strictObject({ requestId: z.uuid(), receptionId: z.uuid() }))
    .output(reply(NoticeEvidence)),
  /** «Сообщено гражданину…»: on paper, from another mailbox; confirmed by the person. */
  sentByHand: byPeople()
    .input(
      byNotice.extend({
        how: z.enum(['printed', 'otherMail']),
        occurredLocal: Local,
        note: typedText().trim().max(500),
      }),
    )
    .output(reply(NoticeEvidence)),
  /** «Сообщено гражданину…»: by phone. */
  toldByPhone: byPeople()
    .input(byNotice.extend({ occurredLocal: Local, note: typedText().trim().max(500) }))
    .output(reply(NoticeEvidence)),
  /** The words as they would go out; nothing is written. `proposed`: a reception that is not appointed yet. */
  preview: byPeople()
    .input(
      z.strictObject({
        kind: NoticeKind,
        applicationId: z.uuid(),
        receptionId: z.uuid().nullable(),
        proposed: z
          .strictObject({ appointedLocal: Local, specialistId: z.uuid(), link: typedText().trim().max(500) })
          .nullable(),
      }),
    )
    .output(reply(NoticePreview)),
  templates: allowed('administrator', 'head').output(reply(z.array(NoticeTemplate))),
  /** On an invented application; nothing is written. */
  previewTemplate: allowed('administrator', 'head').input(Words).output(reply(NoticePreview)),
  saveTemplate: allowed('administrator', 'head').input(Words).output(reply(NoticeTemplate)),
  /** «Вернуть исходный текст». */
  restoreTemplate: allowed('administrator', 'head')
    .input(z.strictObject({ kind: NoticeKind }))
    .output(reply(NoticeTemplate)),
  server: allowed('administrator', 'technician').output(reply(OutgoingServerView)),
  /** «Проверить» what is entered: connects, greets, signs in; with an address, sends a test letter there. */
  probe: allowed('administrator')
    .input(z.strictObject({ server: EnteredServer, testTo: z.email('Адрес: имя@домен').nullable() }))
    .output(reply(ProbeResult)),
  /** The same with what is stored. */
  probeStored: allowed('administrator', 'technician').output(reply(ProbeResult)),
  /** Probed first; `anyway` stores it even so. */
  saveServer: allowed('administrator')
    .input(z.strictObject({ server: EnteredServer, anyway: z.boolean() }))
    .output(reply(OutgoingServerView)),
}
