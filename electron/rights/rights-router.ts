import { implement } from '@orpc/server'
import { rights as rightsContract } from '../../shared/contract/rights.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { RightsService } from './rights-service.ts'

/** The calls of «Персональные данные». */
export function rightsRouter(rights: RightsService) {
  const os = implement({ rights: rightsContract }).$context<{ caller: Caller }>()
  const calls = os.rights
  return os.router({
    rights: {
      ofApplication: calls.ofApplication.handler(({ input }) => rights.ofApplication(input.applicationId)),
      register: calls.register.handler(({ input, context }) => rights.register(sessionOf(context.caller), input)),
      finish: calls.finish.handler(({ input, context }) => rights.finish(sessionOf(context.caller), input)),
    },
  })
}
