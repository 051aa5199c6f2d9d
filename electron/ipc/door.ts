import { ORPCError } from '@orpc/client'
import type { AnyContractRouter } from '@orpc/contract'
import { type Context, type Router, ValidationError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import type pino from 'pino'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import { type Fault, type Reply, refused } from '../../shared/contract/reply.ts'
import { refusalResults } from '../../shared/event-log/event-kind.ts'
import { makeRefusalLog } from '../host/refusal-log.ts'
import type { Caller } from './caller.ts'
import { isStream, untilEnd } from './stream.ts'

/**
 * The one door through which pages come in: role → schema → handler → reply. Whatever is refused is answered as a
 * value with a stable code and is written to the log; nothing answers `undefined`.
 */
export function makeDoor<C extends Context & { caller: Caller }>(
  router: Router<AnyContractRouter, C>,
  log: pino.Logger,
  /** A known person was refused something worth a line of the event log. */
  onRefused: (accountId: string, call: string, result: RefusalResult) => void = () => undefined,
) {
  const refusals = makeRefusalLog({ log, nowMs: Date.now })
  /** One line a second in the event log as well: it is chained, and nothing of it goes. */
  const lines = makeRefusalLog({ log: { warn: () => undefined, error: () => undefined }, nowMs: Date.now })
  const tell = (accountId: string, call: string, result: RefusalResult): void => {
    if (lines.note(accountId, { call, result })) onRefused(accountId, call, result)
  }
  return new RPCHandler<C>(router, {
    clientInterceptors: [
      async ({ next, path, procedure, context }) => {
        const call = path.join('.')
        const meta = procedure['~orpc'].meta as ProcedureMeta
        const refusal = judgeCaller(meta, context.caller)
        if (refusal) {
          refusals.note('call refused', { call, code: refusal.code })
          const account = context.caller.session()?.account
          if (account) tell(account.id, call, refusalResults.notAllowed)
          return { ok: false, fault: refusal }
        }
        try {
          const answer = await next()
          if (isStream(answer)) return untilEnd(answer, context.caller.sessionLife())
          const account = context.caller.session()?.account
          const result = account ? refusalOf(answer) : null
          if (account && result) tell(account.id, call, result)
          return answer
        } catch (error) {
          const fault = faultOf(error)
          const facts = { call, code: fault.code, error: describe(error) }
          refusals.note('call failed', facts, fault.code === 'internal' ? 'error' : 'warn')
          return { ok: false, fault }
        }
      },
    ],
  })
}

export type RefusalResult = (typeof refusalResults)[keyof typeof refusalResults]

function refusalOf(answer: unknown): RefusalResult | null {
  const reply = answer as Partial<Reply<unknown>> | null | undefined
  if (typeof reply !== 'object' || reply?.ok !== false || !reply.fault) return null
  const { code } = reply.fault
  return code in refusalResults ? refusalResults[code as keyof typeof refusalResults] : null
}

/** Null when the caller may call; the fault to answer otherwise. */
export function judgeCaller(meta: ProcedureMeta, caller: Pick<Caller, 'session'>): Fault | null {
  if (meta.roles === 'anyone') return null
  const account = caller.session()?.account
  if (!account) return refused('notAllowed', 'Сначала войдите. Ничего не изменено.').fault
  if (meta.roles.includes(account.role)) return null
  return refused('notAllowed', 'Для вашей роли это действие не предусмотрено. Ничего не изменено.').fault
}

/** A thrown error as a fault; the message of an unforeseen one never reaches the screen. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    const fields: Record<string, string> = {}
    for (const issue of error.cause.issues) {
      const path = (issue.path ?? []).map(step => String(typeof step === 'object' ? step.key : step)).join('.')
      fields[path] ??= issue.message
    }
    return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', fields).fault
  }
  return refused(
    'internal',
    'Действие не выполнено из-за ошибки программы. Записанное ранее сохранено. Повторите; если не поможет — сообщите техническому специалисту.',
  ).fault
}

/** Enough to find the place, without values that may be personal. */
function describe(error: unknown): string {
  if (error instanceof ORPCError) {
    const issues =
      error.cause instanceof ValidationError ? error.cause.issues.map(issue => (issue.path ?? []).join('.')) : []
    return `${error.code} ${issues.join(' ')}`.trim()
  }
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown'
}
