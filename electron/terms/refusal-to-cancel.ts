import { refusalWords } from '../../shared/applications/legal-acts.ts'
import { type Reply, refused } from '../../shared/contract/reply.ts'
import type { TermService } from './term-service.ts'

/**
 * Why a reception may not be cancelled on a ground of п. 2.6: by what was sent, confirmed and counted, and by the answers
 * that lie in the mail just now. null = it may be.
 */
export function makeRefusalToCancel({
  terms,
  refreshMail,
}: {
  terms: Pick<TermService, 'permission'>
  refreshMail: () => Promise<void>
}): (receptionId: string, reason: 'refused' | 'notConfirmed') => Promise<Extract<Reply<never>, { ok: false }> | null> {
  return async (receptionId, reason) => {
    if (reason === 'notConfirmed') await refreshMail()
    const permission = terms.permission(receptionId, reason === 'refused' ? 'cancelRefused' : 'cancelNotConfirmed')
    if (permission === null || permission.permitted) return null
    return refused('refusedByRule', `${refusalWords(permission)} Приём не отменён, ничего не записано.`)
  }
}
