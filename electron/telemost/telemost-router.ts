import { implement } from '@orpc/server'
import { telemost as telemostContract } from '../../shared/contract/telemost.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { TelemostService } from './telemost-service.ts'

/** The calls of «Яндекс Телемост». */
export function telemostRouter(telemost: TelemostService) {
  const os = implement({ telemost: telemostContract }).$context<{ caller: Caller }>()
  const calls = os.telemost
  return os.router({
    telemost: {
      mayMakeLinks: calls.mayMakeLinks.handler(() => telemost.mayMakeLinks()),
      status: calls.status.handler(() => telemost.status()),
      save: calls.save.handler(({ input, context }) => telemost.save(sessionOf(context.caller), input)),
      check: calls.check.handler(({ context }) => telemost.check(sessionOf(context.caller))),
      makeLink: calls.makeLink.handler(({ input, context }) => telemost.makeLink(sessionOf(context.caller), input)),
      newLink: calls.newLink.handler(({ context }) => telemost.newLink(sessionOf(context.caller))),
    },
  })
}
