import type { ReceptionLimits } from '../regulation/limits.ts'
import { isLive, toMs, wrongStep } from './change.ts'
import { interruptionGrounds } from './codes.ts'
import type { InterruptionGround, Lamp } from './event.ts'
import type { RefusalCode } from './refusal.ts'
import type { ReceptionState } from './state.ts'

type LampGround = Extract<InterruptionGround, 'notConnected' | 'microphoneOff' | 'noDemonstration'>

/** Which dark lamp each ground of п. 3.12 абз. 2 speaks of. */
const lampOfGround: Readonly<Record<LampGround, Lamp>> = {
  notConnected: 'connected',
  microphoneOff: 'audible',
  noDemonstration: 'documentShown',
}

/** From when a reception may be interrupted for a dark lamp (п. 3.12 абз. 2), ms since the epoch. */
export const noShowAtMs = (state: ReceptionState, limits: ReceptionLimits): number =>
  toMs(state.facts.appointedAt) + limits.noShowMs

/** Why the reception may not be interrupted on this ground at this moment; null when it may. */
export function refusalOfGround(
  state: ReceptionState,
  ground: InterruptionGround,
  atMs: number,
  limits: ReceptionLimits,
): RefusalCode | null {
  const { step } = state
  if (!isLive(step) && step.name !== 'connectionLost') return wrongStep(step)
  switch (ground) {
    case 'abuse':
      return null
    case 'notIdentified':
    case 'documentRefused': {
      // What happened before the citizen dropped out is judged by the step it happened in.
      const from = step.name === 'connectionLost' ? { name: step.back } : step
      if (from.name === 'waiting' || from.name === 'notifying') return wrongStep(from)
      return state.facts.personalInformationAllowed ? 'alreadyIdentified' : null
    }
    case 'notConnected':
    case 'microphoneOff':
    case 'noDemonstration':
      return refusalOfLamp(state, ground, atMs, limits)
  }
}

function refusalOfLamp(
  state: ReceptionState,
  ground: LampGround,
  atMs: number,
  limits: ReceptionLimits,
): RefusalCode | null {
  const { lamps, contactMeans } = state.facts
  // Who dropped out can switch nothing on: the wait of п. 3.12 is for those who did not.
  if (state.step.name === 'connectionLost') return 'connectionIsLost'
  if (state.step.name === 'consulting') return 'receptionUnderWay'
  if (lamps[lampOfGround[ground]] !== null) return 'lampIsLit'
  // A hearing- or speech-impaired citizen is not turned away for a microphone they cannot use.
  if (ground === 'microphoneOff' && contactMeans !== 'voice') return 'microphoneNotNeeded'
  // Of an absent citizen nobody can say that the microphone was off.
  if (ground !== 'notConnected' && lamps.connected === null) return 'citizenNotConnected'
  return atMs < noShowAtMs(state, limits) ? 'tooEarlyToInterrupt' : null
}

/** Every ground on which the reception may be interrupted at this moment. */
export const groundsAt = (
  state: ReceptionState,
  atMs: number,
  limits: ReceptionLimits,
): readonly InterruptionGround[] =>
  interruptionGrounds.filter(ground => refusalOfGround(state, ground, atMs, limits) === null)

/** Whether the ground rests on a lamp that stayed dark. */
export const isLampGround = (ground: string): ground is LampGround => Object.hasOwn(lampOfGround, ground)
