import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { Account } from './accounts.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })

/** A specialist with receptions ahead, or one who may take some over. */
export const TakeoverPerson = Account.pick({ id: true, shortName: true, position: true }).extend({
  /** Scheduled receptions from today on. */
  ahead: z.int().nonnegative(),
  /** May sign in and receive; somebody disabled can only give receptions away. */
  receives: z.boolean(),
})
export type TakeoverPerson = z.infer<typeof TakeoverPerson>

/** Why a reception cannot, or should not, be taken over by that person. */
export const TakeoverConflict = z.enum([
  /** Another reception of theirs at that time, or one that goes over before: two citizens cannot be received at once. */
  'doubleBooked',
  /** The new one noted an absence. */
  'absent',
  /** п. 3.3: not authorised for the topic on that day; a head may decide otherwise. */
  'notAuthorised',
])
export type TakeoverConflict = z.infer<typeof TakeoverConflict>

export const TakeoverLine = z.strictObject({
  receptionId: z.uuid(),
  expectedSequence: z.int().nonnegative(),
  appointedAt: Moment,
  journalNumber: z.int(),
  /** null for an administrator, who does not know citizens. */
  shortName: z.string().nullable(),
  conflict: TakeoverConflict.nullable(),
  /** The citizen was told who receives: the change is told too. */
  noticeDue: z.boolean(),
  /** May be chosen by whoever asks. */
  possible: z.boolean(),
})
export type TakeoverLine = z.infer<typeof TakeoverLine>

const Between = z.strictObject({
  fromId: z.uuid(),
  toId: z.uuid(),
  /** Local dates of the body, both included; null = open. */
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  /** Receptions that are not to go: their time is taken from nobody. */
  staying: z.array(z.uuid()).max(1000),
})
export type TakeoverBetween = z.infer<typeof Between>

export const TakeoverRequest = z.strictObject({
  fromId: z.uuid(),
  toId: z.uuid(),
  /** Who decided and why (п. 3.3). */
  basis: typedText().trim().min(1, 'Укажите, кто и почему решил').max(500, 'Слишком длинно'),
  receptions: z
    .array(z.strictObject({ receptionId: z.uuid(), expectedSequence: z.int().nonnegative() }))
    .min(1, 'Выберите хотя бы один приём')
    .max(200, 'Не больше 200 приёмов за раз'),
})
export type TakeoverRequest = z.infer<typeof TakeoverRequest>

/** What became of the notice of change. */
export const ChangeNotice = z.enum([
  /** In the outbox. */
  'formed',
  /** Nobody was told of the former official yet: the notice of appointment will name the new one. */
  'notDue',
  /** To be told by telephone: no e-mail in the application. */
  'noAddress',
  /** To be told by telephone: this workplace writes no notices. */
  'notWritten',
])
export type ChangeNotice = z.infer<typeof ChangeNotice>

export const TakeoverResult = z.strictObject({
  moved: z.array(z.strictObject({ receptionId: z.uuid(), journalNumber: z.int(), notice: ChangeNotice })),
  /** As they were, each with the reason in Russian. */
  left: z.array(z.strictObject({ receptionId: z.uuid(), journalNumber: z.int().nullable(), why: z.string() })),
})
export type TakeoverResult = z.infer<typeof TakeoverResult>

/** «Передать приёмы» (п. 3.3). */
export const takeover = {
  people: allowed('specialist', 'head', 'administrator').output(reply(z.array(TakeoverPerson))),
  preview: allowed('specialist', 'head', 'administrator')
    .input(Between)
    .output(reply(z.array(TakeoverLine))),
  /** Each reception wholly or not at all; what could not be moved is listed with why. */
  carryOut: allowed('specialist', 'head', 'administrator').input(TakeoverRequest).output(reply(TakeoverResult)),
}
