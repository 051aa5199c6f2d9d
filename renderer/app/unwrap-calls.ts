import { FaultError } from '../../shared/contract/fault-error.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { Calls, ContractClient } from './workstation.ts'

/** Turns the contract client into one whose calls answer values and throw FaultError on a refusal. */
export function unwrapCalls(client: ContractClient): Calls {
  return wrap(client) as Calls
}

function wrap(target: object): object {
  return new Proxy(target, {
    get: (inner, name, receiver) => {
      const found: unknown = Reflect.get(inner, name, receiver)
      // `then` stays bare: a client must not look like a promise to `await`.
      if (typeof name !== 'string' || name === 'then') return found
      return typeof found === 'function' || (typeof found === 'object' && found !== null) ? wrap(found) : found
    },
    apply: async (inner, self, input: unknown[]) => {
      const answer: unknown = await Reflect.apply(inner as (...input: unknown[]) => unknown, self, input)
      return isReply(answer) ? openReply(answer) : answer
    },
  })
}

function isReply(answer: unknown): answer is Reply<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'
}

function openReply(answer: Reply<unknown>): unknown {
  if (answer.ok) return answer.value
  throw new FaultError(answer.fault)
}
