import type { OutcomeCode, ReceptionAction } from '../../shared/reception/event.ts'
import type { ReceptionLimits } from '../../shared/regulation/limits.ts'

/** One step of a made-up reception, `afterMs` after the appointed time. */
export interface ScriptStep {
  readonly afterMs: number
  readonly action: ReceptionAction
}

/** The ways in which receptions of the demonstration ended. */
export type DemonstrationEnding = Extract<
  OutcomeCode,
  'held' | 'heldGeneral' | 'notConnected' | 'documentRefused' | 'cancelledRefused' | 'cancelledNotConfirmed'
>

const secondMs = 1000
const allMatched = { face: true, fullName: true, birthDate: true, documentNumber: true }
const nothingMatched = { face: false, fullName: false, birthDate: false, documentNumber: false }

/** Every step up to the closing; `talkShare` (0…1) says how much of the talk time was used. */
export function talkScript(
  ending: DemonstrationEnding,
  limits: ReceptionLimits,
  talkShare: number,
): readonly ScriptStep[] {
  const talkEnd = Math.round(limits.talkMs * talkShare)
  const opened: ScriptStep = { afterMs: -90 * secondMs, action: { kind: 'roomOpened' } }
  const met: readonly ScriptStep[] = [
    opened,
    { afterMs: 20 * secondMs, action: { kind: 'lampLit', lamp: 'audible' } },
    { afterMs: 35 * secondMs, action: { kind: 'citizenConnected' } },
    { afterMs: 70 * secondMs, action: { kind: 'noticeGiven' } },
  ]
  switch (ending) {
    case 'held':
      return [
        ...met,
        { afterMs: 95 * secondMs, action: { kind: 'documentShown', method: 'screen' } },
        {
          afterMs: 130 * secondMs,
          action: { kind: 'identified', result: 'established', method: 'screen', matched: allMatched, reason: null },
        },
        { afterMs: 140 * secondMs, action: { kind: 'documentRemoved' } },
        { afterMs: talkEnd, action: { kind: 'talkEnded' } },
      ]
    case 'heldGeneral':
      return [
        ...met,
        { afterMs: 95 * secondMs, action: { kind: 'documentShown', method: 'camera' } },
        {
          afterMs: 150 * secondMs,
          action: {
            kind: 'identified',
            result: 'technicallyImpossible',
            method: 'camera',
            matched: nothingMatched,
            reason: 'низкое качество видео',
          },
        },
        { afterMs: 155 * secondMs, action: { kind: 'documentRemoved' } },
        { afterMs: talkEnd, action: { kind: 'talkEnded' } },
      ]
    case 'documentRefused':
      return [
        ...met,
        {
          afterMs: 110 * secondMs,
          action: { kind: 'identified', result: 'refusedToShow', method: null, matched: nothingMatched, reason: null },
        },
        { afterMs: 160 * secondMs, action: { kind: 'interrupted', ground: 'documentRefused', reason: null } },
      ]
    case 'notConnected':
      return [
        opened,
        {
          afterMs: limits.noShowMs + 40 * secondMs,
          action: { kind: 'interrupted', ground: 'notConnected', reason: null },
        },
      ]
    case 'cancelledRefused':
      return [{ afterMs: -limits.talkMs * 8, action: { kind: 'cancelled', reason: 'refused' } }]
    case 'cancelledNotConfirmed':
      return [{ afterMs: -limits.talkMs * 8, action: { kind: 'cancelled', reason: 'notConfirmed' } }]
    default:
      return ending satisfies never
  }
}
