import { done, refused } from '../../shared/contract/reply.ts'
import type { RecoveryService } from './recovery-service.ts'

/**
 * The calls of recovery on a workstation that works: nothing to recover. Only a profile that was never set up may be
 * filled from a copy of another computer.
 */
export function makeIdleRecovery(deps: { service: RecoveryService; isSetUp: () => boolean }): RecoveryService {
  const { service, isSetUp } = deps
  const inOrder = () => refused('refusedByRule', 'База данных в порядке. Ничего не изменено.')
  const refuse = () => Promise.resolve(inOrder())
  return {
    state: () => done(null),
    look: directory => (isSetUp() ? inOrder() : service.look(directory)),
    restore: asked => (isSetUp() ? refuse() : service.restore(asked)),
    unlock: refuse,
    goOn: refuse,
    startEmpty: refuse,
    report: inOrder,
  }
}
