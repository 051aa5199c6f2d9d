import { implement } from '@orpc/server'
import { recovery as recoveryContract } from '../../shared/contract/recovery.ts'
import type { Caller } from '../ipc/caller.ts'
import type { RecoveryService } from './recovery-service.ts'

/** The calls that are answered with and without a database; the only ones where there is none. */
export function recoveryRouter(recovery: RecoveryService) {
  const os = implement({ recovery: recoveryContract }).$context<{ caller: Caller }>()
  return os.router({
    recovery: {
      state: os.recovery.state.handler(() => recovery.state()),
      look: os.recovery.look.handler(({ input }) => recovery.look(input.directory)),
      restore: os.recovery.restore.handler(({ input }) => recovery.restore(input)),
      unlock: os.recovery.unlock.handler(({ input }) => recovery.unlock(input.recoveryKey)),
      goOn: os.recovery.goOn.handler(() => recovery.goOn()),
      startEmpty: os.recovery.startEmpty.handler(({ input }) => recovery.startEmpty(input.phrase)),
      report: os.recovery.report.handler(() => recovery.report()),
    },
  })
}
