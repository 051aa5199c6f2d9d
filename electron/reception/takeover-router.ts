import { implement } from '@orpc/server'
import { takeover as takeoverContract } from '../../shared/contract/takeover.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { Takeover } from './takeover.ts'

/** The calls of «Передать приёмы». */
export function takeoverRouter(takeover: Takeover) {
  const os = implement({ takeover: takeoverContract }).$context<{ caller: Caller }>()
  const calls = os.takeover
  return os.router({
    takeover: {
      people: calls.people.handler(({ context }) => takeover.people(sessionOf(context.caller))),
      preview: calls.preview.handler(({ input, context }) => takeover.preview(sessionOf(context.caller), input)),
      carryOut: calls.carryOut.handler(({ input, context }) => takeover.carryOut(sessionOf(context.caller), input)),
    },
  })
}
