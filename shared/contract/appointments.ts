import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'

const Moment = z.iso.datetime({ offset: true })
const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время приёма: ДД.ММ.ГГГГ чч:мм')

/** The grid of times for one application and one specialist. */
export const SlotRequest = z.strictObject({
  /** null: not registered yet. */
  applicationId: z.uuid().nullable(),
  specialistId: z.uuid(),
  /** Local date; null = the first day on which the citizen can still answer in time. */
  from: z.iso.date().nullable(),
  days: z.int().min(1).max(15),
})
export type SlotRequest = z.infer<typeof SlotRequest>

export const SlotGrid = z.strictObject({
  slotMinutes: z.int().positive(),
  /** Local date of the first day shown. */
  from: z.iso.date(),
  days: z.array(
    z.strictObject({
      date: z.iso.date(),
      slots: z.array(
        z.strictObject({
          /** Local date and time of the body. */
          local: Local,
          at: Moment,
          state: z.enum(['free', 'taken', 'absent', 'tooEarly', 'past']),
          /** Of a taken one: «Петров П. П., 09:15»; null otherwise. */
          takenBy: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** The first free one, wherever it is in the grid; null = none. */
  earliestLocal: Local.nullable(),
  /** The calendar of this year is not loaded: the grid ends before it. */
  missingYear: z.int().nullable(),
})
export type SlotGrid = z.infer<typeof SlotGrid>

/** The decision to receive: time, official and link, told to the citizen (п. 2.4). */
export const Appointment = z.strictObject({
  applicationId: z.uuid(),
  specialistId: z.uuid(),
  appointedLocal: Local,
  link: typedText().trim().max(500),
  /** Why it is appointed against a rule; only where one stands against it. */
  overrideReason: typedText().trim().min(1, 'Укажите причину').max(500, 'Слишком длинно').nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const Appointed = z.strictObject({
  receptionId: z.uuid(),
  /** `noAddress`: the citizen is told by telephone, and that is noted by hand. */
  notice: z.enum(['formed', 'noAddress']),
})
export type Appointed = z.infer<typeof Appointed>

/** Who may hold receptions on what (п. 3.3). */
export const Authorisation = z.strictObject({
  id: z.uuid(),
  accountId: z.uuid(),
  shortName: z.string(),
  /** null = every topic. */
  topicId: z.string().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  basis: z.string(),
  authorName: z.string(),
  revokedAt: Moment.nullable(),
})
export type Authorisation = z.infer<typeof Authorisation>

export const NewAuthorisation = z
  .strictObject({
    accountId: z.uuid('Выберите сотрудника'),
    topicId: typedText().nullable(),
    validFrom: z.iso.date('С какого дня: ДД.ММ.ГГГГ'),
    validTo: z.iso.date('По какой день: ДД.ММ.ГГГГ').nullable(),
    basis: typedText().trim().min(1, 'Укажите основание: приказ, его дату и номер').max(300, 'Слишком длинно'),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    message: 'Конец раньше начала',
    path: ['validTo'],
  })
export type NewAuthorisation = z.infer<typeof NewAuthorisation>
