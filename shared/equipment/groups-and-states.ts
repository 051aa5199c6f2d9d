import type { CheckCode, CheckGroup, CheckState } from './codes.ts'

/** Apart from the schemas: «Сегодня» shows how the equipment stands, and loads no schema for it. */

/** What a person would call the thing that was checked, in the order the screen shows it. */
export const checkGroups = ['camera', 'microphone', 'speaker', 'recorder', 'computer', 'connection'] as const

const prefixes: readonly (readonly [string, CheckGroup])[] = [
  ['camera', 'camera'],
  ['microphone', 'microphone'],
  ['speaker', 'speaker'],
  ['rehearsal', 'recorder'],
  ['telemost', 'connection'],
  ['webrtc', 'connection'],
  ['server', 'connection'],
]

/** The group of a code; what belongs to no device is the computer's. */
export const groupOf = (code: CheckCode): CheckGroup =>
  prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'computer'

/** The department's own server is the technician's: its state never colours the specialist's screen. */
export const isForTechnician = (code: CheckCode): boolean => code.startsWith('server')

const severity: Readonly<Record<CheckState, number>> = { good: 0, unknown: 0, warning: 1, fault: 2 }

/** The worst of the states; nothing at all is `unknown`, good and unknown together are good. */
export function worstState(states: readonly CheckState[]): CheckState {
  const worst = states.reduce((most, state) => Math.max(most, severity[state]), 0)
  if (worst === 2) return 'fault'
  if (worst === 1) return 'warning'
  return states.includes('good') ? 'good' : 'unknown'
}
