import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { probeHost } from '../equipment/probe-host.ts'
import { makeTelemostStore, type TelemostStoreDeps } from './access-store.ts'
import { makeLinkAttention } from './link-attention.ts'
import { type LinkWatchDeps, makeLinkWatch } from './link-watch.ts'
import { makeTelemostService, type TelemostService, type TelemostServiceDeps } from './telemost-service.ts'

/** Links of receptions put together: made through the API, watched, asked about. */
export interface TelemostCare {
  readonly service: TelemostService
  attention(): AttentionItem[]
  tick(): void
  close(): Promise<void>
}

export interface TelemostCareDeps
  extends TelemostStoreDeps,
    Pick<TelemostServiceDeps, 'rows' | 'links' | 'inTurn' | 'announce'>,
    Pick<LinkWatchDeps, 'calendar' | 'isSetUp' | 'log'> {
  readonly settings: () => Settings
  /** The demonstration plays on a closed machine and asks nobody. */
  readonly demonstration: boolean
}

const probeTimeoutMs = 10_000

export function makeTelemostCare(deps: TelemostCareDeps): TelemostCare {
  const { announce } = deps
  const service = makeTelemostService({
    ...deps,
    store: makeTelemostStore(deps),
    address: () => deps.settings().telemostApiAddress,
  })
  const stopping = new AbortController()
  const watch = makeLinkWatch({
    ...deps,
    async ask({ url, meetingNumber }) {
      const alive = await service.isAlive(meetingNumber)
      if (alive !== null) return alive ? null : 'notFound'
      const { problem, status } = await probeHost(url, { timeoutMs: probeTimeoutMs, signal: stopping.signal })
      return problem ?? (status !== null && status >= 400 ? `status${status}` : null)
    },
    onChecked: receptionId => announce({ kind: 'receptionChanged', receptionId }),
  })
  return {
    service,
    attention: makeLinkAttention(deps),
    tick() {
      if (!deps.demonstration) watch.tick()
    },
    async close() {
      const closed = watch.close()
      stopping.abort()
      await closed
    },
  }
}
