import * as z from 'zod'
import { AlarmCode } from '../../shared/contract/workplace.ts'

/** What goes on at the workplace, for its host: no names, no ids. */
export const Activity = z.strictObject({
  /** A citizen is being received: the computer must not sleep, the program must not leave or update itself. */
  receptionOpen: z.boolean(),
  recording: z.boolean(),
  /** The most urgent alarm of the recorder. */
  alarm: AlarmCode.nullable(),
})
export type Activity = z.infer<typeof Activity>

export const idleActivity: Activity = { receptionOpen: false, recording: false, alarm: null }

/** Tells each change once: the recorder's view changes twice a second, what it means to a host rarely. */
export function makeActivityTeller(tell: (activity: Activity) => void): (activity: Activity) => void {
  let told = idleActivity
  return activity => {
    const { receptionOpen, recording, alarm } = activity
    if (told.receptionOpen === receptionOpen && told.recording === recording && told.alarm === alarm) return
    told = activity
    tell(activity)
  }
}
