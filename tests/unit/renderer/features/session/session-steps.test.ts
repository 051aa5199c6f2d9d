import { expect, it } from 'vitest'
import { sessionSteps } from '../../../../../renderer/features/session/session-steps.ts'
import { initialState } from '../../../../../shared/reception/initial-state.ts'
import type { ReceptionFacts, ReceptionStep } from '../../../../../shared/reception/state.ts'

const at = (minute: number) => `2026-11-20T02:${String(minute).padStart(2, '0')}:00Z`
const initial = initialState({ appointedAt: at(0), specialistId: '00000000-0000-4000-8000-000000000001' })
const started: Partial<ReceptionFacts> = { connectedAt: at(2) }
const told: Partial<ReceptionFacts> = { ...started, noticeGivenAt: at(3) }
const identified: Partial<ReceptionFacts> = {
  ...told,
  identification: { result: 'established', method: 'screen', reason: null, at: at(4) },
}

const cases: readonly (readonly [ReceptionStep, Partial<ReceptionFacts>, string])[] = [
  [{ name: 'scheduled' }, {}, 'open ahead ahead ahead ahead'],
  [{ name: 'waiting' }, {}, 'open ahead ahead ahead ahead'],
  [{ name: 'notifying' }, started, 'done open ahead ahead ahead'],
  [{ name: 'identifying' }, told, 'done done open ahead ahead'],
  // A refusal to show is on record, yet the step is still open.
  [{ name: 'identifying' }, identified, 'done done open ahead ahead'],
  [{ name: 'consulting' }, identified, 'done done done open ahead'],
  [{ name: 'closing', outcome: 'held' }, { ...identified, endedAt: at(16) }, 'done done done done open'],
  [{ name: 'connectionLost', since: at(5), back: 'consulting' }, identified, 'done done done ahead ahead'],
  [{ name: 'closing', outcome: 'notConnected' }, { endedAt: at(10) }, 'skipped skipped skipped skipped open'],
  [{ name: 'closing', outcome: 'abuse' }, { ...told, endedAt: at(5) }, 'done done skipped skipped open'],
]

it.each(cases)('%j', (step, facts, expected) => {
  const steps = sessionSteps({ ...initial, step, facts: { ...initial.facts, ...facts } })
  expect(steps.map(({ status }) => status).join(' ')).toBe(expected)
})
