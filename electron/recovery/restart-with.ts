import type { WorkstationHost } from '../workstation-api.ts'
import { orderFile, type RecoveryOrder } from './recovery-order.ts'

/** What the next start finds: an order, another key, both. */
export interface NextStart {
  readonly order?: RecoveryOrder
  readonly keyHex?: string
}

/**
 * Leaves what the next start needs on the disk and restarts. The order comes first: with it and without the key a
 * restoration fails and changes nothing; the other way round a sound database would have lost its key.
 */
export const makeRestartWith =
  (profileDirectory: string, host: Pick<WorkstationHost, 'keepDatabaseKey' | 'restart'>) =>
  async ({ order, keyHex }: NextStart): Promise<void> => {
    if (order) orderFile(profileDirectory).write(order)
    if (keyHex !== undefined) await host.keepDatabaseKey(keyHex)
    host.restart()
  }
