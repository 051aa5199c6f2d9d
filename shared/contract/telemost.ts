import * as z from 'zod'
import { WaitingRoomLevel } from '../telemost/waiting-room.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'
import { Settings } from './settings.ts'

/** How a link came: made through Telemost's API, taken from the room, typed. */
export const LinkKind = z.enum(['api', 'captured', 'typed'])
export type LinkKind = z.infer<typeof LinkKind>

/** «Яндекс Телемост» as the administrator set it up; the token never leaves the workstation. */
export const TelemostAccess = z.strictObject({
  enabled: z.boolean(),
  hasToken: z.boolean(),
  /** The address was changed after the token was entered: it is not sent there, and has to be entered again. */
  tokenIsForAnother: z.boolean(),
  waitingRoomLevel: WaitingRoomLevel,
  /** Where the API is asked; decided in the rules of the workplace or by the policy. */
  address: z.string(),
  changedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type TelemostAccess = z.infer<typeof TelemostAccess>

export const TelemostAccessChange = z.strictObject({
  enabled: z.boolean(),
  /** null: the stored one stays; an empty text takes it away. */
  token: z
    .string()
    .trim()
    .max(500, 'Слишком длинно')
    .regex(/^[\x21-\x7E]*$/, 'В токене только латинские буквы, цифры и знаки')
    .nullable(),
  waitingRoomLevel: WaitingRoomLevel,
  /** The address the person saw; where it is another by now, nothing is kept. */
  address: Settings.shape.telemostApiAddress.unwrap(),
})
export type TelemostAccessChange = z.infer<typeof TelemostAccessChange>

export const telemost = {
  /** Whether links are made here: the button is shown by it. */
  mayMakeLinks: allowed('specialist', 'head', 'administrator').output(reply(z.boolean())),
  status: allowed('administrator').output(reply(TelemostAccess)),
  save: allowed('administrator').input(TelemostAccessChange).output(reply(TelemostAccess)),
  /** Makes a meeting nobody will use and reads it back: rights and network are proven by nothing less. */
  check: allowed('administrator').output(reply(z.strictObject({ link: z.string() }))),
  /**
   * A meeting of its own for a reception, set as if it had been typed, with its origin kept. Where there is a link
   * already, only with `replace`.
   */
  makeLink: allowed('specialist', 'head')
    .input(z.strictObject({ receptionId: z.uuid(), replace: z.boolean().default(false) }))
    .output(reply(z.strictObject({ link: z.string() }))),
  /** A meeting for a reception that is being appointed: the link goes into the field, and is set with the rest. */
  newLink: allowed('specialist', 'head').output(reply(z.strictObject({ link: z.string() }))),
}
