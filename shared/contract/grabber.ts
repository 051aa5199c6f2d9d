import * as z from 'zod'
import { keptAsTyped } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

/** Why the second engine is not to be had, as a code the screen has words for. */
export const GrabberRefusal = z.enum([
  'wayland',
  'noDisplay',
  'platformUntried',
  'noWindowTool',
  'noSoundServer',
  'noSpeaker',
])
export type GrabberRefusal = z.infer<typeof GrabberRefusal>

const Named = z.strictObject({ id: z.string().min(1).max(300), label: z.string() })

/** What can be chosen for the second engine. */
export const GrabberSources = z.strictObject({
  refusal: GrabberRefusal.nullable(),
  windows: z.array(Named),
  microphones: z.array(Named),
  armed: z.boolean(),
})
export type GrabberSources = z.infer<typeof GrabberSources>

/** The second engine: ffmpeg's grabbers, for a workplace where Telemost runs as a program of its own. */
export const grabber = {
  sources: allowed('specialist').output(reply(GrabberSources)),
  /** Refused while something is recorded. Answers once window and both sounds really deliver. */
  arm: allowed('specialist')
    .input(z.strictObject({ windowId: z.string().regex(/^\d{1,12}$/), microphoneId: keptAsTyped().min(1).max(300) }))
    .output(reply(z.null())),
  release: allowed('specialist').output(reply(z.null())),
}
