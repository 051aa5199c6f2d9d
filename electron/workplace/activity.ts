import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { AlarmCode } from '../../shared/contract/workplace.ts'

/** What goes on at the workplace, for its host: no names. */
export const Activity = z.strictObject({
  /** A citizen is being received: the computer must not sleep, the program must not leave or update itself. */
  receptionOpen: z.boolean(),
  recording: z.boolean(),
  /** The most urgent alarm of the recorder. */
  alarm: AlarmCode.nullable(),
  /** A mark of who works here, the same for the same person and for no other; null: nobody has yet. */
  person: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
})
export type Activity = z.infer<typeof Activity>

export const idleActivity: Activity = { receptionOpen: false, recording: false, alarm: null, person: null }

/** The mark of a person: names a folder of the host, and says nothing of who it is. */
export const markOfPerson = (accountId: string | null): string | null =>
  accountId === null ? null : createHash('sha256').update(`videopriem:${accountId}`).digest('hex').slice(0, 32)

/** Tells each change once: the recorder's view changes twice a second, what it means to a host rarely. */
export function makeActivityTeller(tell: (activity: Activity) => void): (activity: Activity) => void {
  let told = idleActivity
  return activity => {
    if (isDeepStrictEqual(told, activity)) return
    told = activity
    tell(activity)
  }
}
