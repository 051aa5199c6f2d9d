import { implement } from '@orpc/server'
import { citizens as citizensContract } from '../../shared/contract/citizens.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { CitizenService } from './citizen-service.ts'

/** The calls of «Карточка гражданина». */
export function citizensRouter(citizens: CitizenService) {
  const os = implement({ citizens: citizensContract }).$context<{ caller: Caller }>()
  return os.router({
    citizens: {
      card: os.citizens.card.handler(({ input, context }) => citizens.card(sessionOf(context.caller), input)),
    },
  })
}
