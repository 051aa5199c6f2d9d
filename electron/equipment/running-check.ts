import { randomUUID } from 'node:crypto'
import type { CheckKind } from '../../shared/contract/equipment.ts'
import type { RehearsalOutcome } from '../../shared/equipment/judge-rehearsal.ts'
import type { WorkstationFacts } from '../../shared/equipment/workstation-facts.ts'
import type { MeasureWorkstation } from './measure-workstation.ts'
import type { SfuLine } from './sfu-line.ts'

/** A check somebody is waiting for. */
export interface RunningCheck {
  readonly id: string
  readonly kind: CheckKind
  readonly receptionId: string | null
  readonly startedAt: string
  readonly accountId: string
  readonly facts: Promise<WorkstationFacts>
  readonly stopping: AbortController
  /** The line to the department's server; null = none is set up, or this check does not ask it. */
  readonly line: SfuLine | null
  /** null = none was asked for. */
  rehearsal: RehearsalOutcome | null
}

/** The one check that runs: another one takes its place. */
export interface RunningChecks {
  begin(request: Pick<RunningCheck, 'kind' | 'receptionId' | 'accountId' | 'startedAt'>): RunningCheck
  /** Takes it out; null for one that was cancelled, replaced or never was. */
  take(checkId: string): RunningCheck | null
  /** Looks without taking. */
  of(checkId: string): RunningCheck | null
  cancel(checkId: string): void
  close(): void
}

export function makeRunningChecks(
  measure: MeasureWorkstation,
  openLine: () => SfuLine | null = () => null,
): RunningChecks {
  let running: RunningCheck | null = null
  const end = () => {
    running?.stopping.abort()
    running?.line?.close()
    running = null
  }
  return {
    begin(request) {
      end()
      const stopping = new AbortController()
      const facts = measure(request.kind === 'silent' ? 'silent' : 'all', stopping.signal)
      // Whoever takes it sees the failure; a cancelled one nobody waits for.
      facts.catch(() => undefined)
      const line = request.kind === 'full' ? openLine() : null
      running = { ...request, id: randomUUID(), facts, stopping, line, rehearsal: null }
      return running
    },
    take(checkId) {
      if (running?.id !== checkId) return null
      const taken = running
      running = null
      taken.line?.close()
      return taken
    },
    of: checkId => (running?.id === checkId ? running : null),
    cancel(checkId) {
      if (running?.id === checkId) end()
    },
    close: end,
  }
}
