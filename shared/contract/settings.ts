import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { allowed, anyone } from './procedure.ts'
import { reply } from './reply.ts'

/**
 * What the administrator of a body decides; everything has a default, so that a new setting needs no migration. Adding
 * one: docs/recipes/add-a-setting.md.
 */
export const Settings = z.strictObject({
  /** Characters. Length beats alphabet (NIST SP 800-63B, 5.1.1.1), so nothing else is demanded. */
  passwordMinimumLength: z.int().min(8, 'Не короче 8 знаков').max(64, 'Не длиннее 64 знаков').default(10),
  /** Wrong passwords in a row before a pause. */
  triesBeforePause: z.int().min(3, 'Не меньше 3').max(20, 'Не больше 20').default(5),
  /** The first pause; every further wrong password doubles it, up to an hour. */
  pauseMinutes: z.int().min(1, 'Не меньше минуты').max(60, 'Не больше часа').default(1),
  /** Without a key or a mouse; never while a reception is open. */
  idleLockMinutes: z.int().min(1, 'Не меньше минуты').max(240, 'Не больше 4 часов').default(10),
  /** For so many days a specialist may look at a recording; later only a head may. */
  ownRecordingDays: z.int().min(1, 'Не меньше одного дня').max(366, 'Не больше 366 дней').default(30),
  /** «Телефон для граждан», as it stands in notices; empty: their line about it is left out. */
  citizenPhone: typedText().trim().max(60, 'Не длиннее 60 знаков').default(''),
  /** Step of the grid of times in «Назначить приём»; never less than a reception takes with its wait. */
  slotMinutes: z.int().min(25, 'Не меньше 25 минут').max(120, 'Не больше 2 часов').default(30),
  /** 152-ФЗ ст. 5 ч. 7: the raw text of a letter is erased so long after it was handled. */
  rawLetterDays: z.int().min(1, 'Не меньше одного дня').max(366, 'Не больше 366 дней').default(30),
  /** 152-ФЗ ст. 5 ч. 7: the details of the document are erased so long after the application is closed. */
  documentDays: z.int().min(1, 'Не меньше одного дня').max(1096, 'Не больше 1096 дней').default(90),
  /** Where Telemost's API is asked; the token is sent there. */
  telemostApiAddress: z
    .url({ protocol: /^https?$/, error: 'Нужен адрес https://' })
    // In the clear only to this computer itself: a stand-in of the tests, or a gateway of the organisation.
    .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/, 'Нужен адрес https://')
    .max(200, 'Слишком длинно')
    .default('https://cloud-api.yandex.net/v1/telemost-api'),
})
export type Settings = z.infer<typeof Settings>

/** What a policy of the organisation can lock and a screen lets somebody choose. */
export const Lockable = z.enum([
  'passwordMinimumLength',
  'triesBeforePause',
  'pauseMinutes',
  'idleLockMinutes',
  'ownRecordingDays',
  'citizenPhone',
  'slotMinutes',
  'rawLetterDays',
  'documentDays',
  'telemostApiAddress',
  'recordingsDirectory',
  'backupDirectory',
])
export type Lockable = z.infer<typeof Lockable>

export const settings = {
  /** What the policy of the organisation has decided; the first run asks too. */
  locked: anyone.output(reply(z.array(Lockable))),
  get: allowed('specialist', 'head', 'technician', 'administrator').output(reply(Settings)),
  /** All of them at once; logged as an act. */
  change: allowed('administrator').input(Settings).output(reply(Settings)),
}
