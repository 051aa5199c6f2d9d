import type { OutcomeCode, ReceptionAction } from '../../shared/reception/event.ts'
import type { ReceptionLimits } from '../../shared/regulation/limits.ts'

/** One step of a made-up reception, `afterMs` after the appointed time. */
export interface ScriptStep {
  readonly afterMs: number
  readonly action: ReceptionAction
}

type Ground = Extract<ReceptionAction, { kind: 'interrupted' }>['ground']
type Identification = Extract<ReceptionAction, { kind: 'identified' }>

const allMatched = { face: true, fullName: true, birthDate: true, documentNumber: true }
const nothingMatched = { face: false, fullName: false, birthDate: false, documentNumber: false }

const at = (afterSeconds: number, action: ReceptionAction): ScriptStep => ({ afterMs: afterSeconds * 1000, action })
const interrupted = (ground: Ground, reason: string | null = null): ReceptionAction => ({
  ...{ kind: 'interrupted', ground, reason },
})
const identified = (result: Identification['result'], rest: Partial<Identification> = {}): ReceptionAction => ({
  ...{ kind: 'identified', result, method: null, matched: nothingMatched, reason: null, ...rest },
})

const opened = at(-90, { kind: 'roomOpened' })
const connected = [opened, at(20, { kind: 'lampLit', lamp: 'audible' }), at(35, { kind: 'citizenConnected' })]
const notified = [...connected, at(70, { kind: 'noticeGiven' })]
const established = [
  ...notified,
  at(95, { kind: 'documentShown', method: 'screen' }),
  at(130, identified('established', { method: 'screen', matched: allMatched })),
  at(140, { kind: 'documentRemoved' }),
]

/** Every step up to the closing; `talkShare` says how much of the talk time was used. */
export function talkScript(ending: OutcomeCode, limits: ReceptionLimits, talkShare: number): readonly ScriptStep[] {
  const talkEnd = Math.round((limits.talkMs * talkShare) / 1000)
  const tooLate = limits.noShowMs / 1000 + 40
  const cancelled = (reason: 'refused' | 'notConfirmed') => [
    at(-(limits.talkMs / 1000) * 8, { kind: 'cancelled', reason } as const),
  ]
  switch (ending) {
    case 'held':
      return [...established, at(talkEnd, { kind: 'talkEnded' })]
    case 'heldGeneral':
      return [
        ...notified,
        at(95, { kind: 'documentShown', method: 'camera' }),
        at(150, identified('technicallyImpossible', { method: 'camera', reason: 'низкое качество видео' })),
        at(155, { kind: 'documentRemoved' }),
        at(talkEnd, { kind: 'talkEnded' }),
      ]
    case 'notConnected':
      return [
        opened,
        at(200, { kind: 'phoneCalled', result: 'notReached', agreedTime: null }),
        at(420, { kind: 'phoneCalled', result: 'notReached', agreedTime: null }),
        at(tooLate, interrupted('notConnected')),
      ]
    case 'microphoneOff':
      return [opened, at(35, { kind: 'citizenConnected' }), at(tooLate, interrupted('microphoneOff'))]
    case 'noDemonstration':
      return [...notified, at(tooLate, interrupted('noDemonstration'))]
    case 'notIdentified':
      return [...notified, at(130, identified('notPassed', { reason: 'данные документа не совпали с заявкой' }))]
    case 'documentRefused':
      return [...notified, at(110, identified('refusedToShow')), at(160, interrupted('documentRefused'))]
    case 'abuse':
      return [
        ...established,
        at(240, { kind: 'warningGiven' }),
        at(300, interrupted('abuse')),
        at(320, { kind: 'headInformed' }),
      ]
    case 'fault':
      return [
        ...established,
        at(300, { kind: 'faultFound', description: 'нет изображения' }),
        at(340, { kind: 'phoneCalled', result: 'declined', agreedTime: null }),
        at(400, { kind: 'talkEnded' }),
      ]
    case 'connectionLost':
      return [...established, at(420, { kind: 'connectionLost' }), at(560, { kind: 'talkEnded' })]
    case 'recordingRefused':
      return [...notified, at(90, { kind: 'recordingRefused' }), at(110, { kind: 'rightsExplained' })]
    case 'endedByCitizen':
      return [...established, at(talkEnd, { kind: 'endedByCitizen' })]
    case 'emergency':
      return [...established, at(280, { kind: 'emergencyDeclared' }), at(300, { kind: 'headInformed' })]
    case 'other':
      return [...notified, at(240, { kind: 'talkEnded' })]
    case 'cancelledRefused':
      return cancelled('refused')
    case 'cancelledNotConfirmed':
      return cancelled('notConfirmed')
    default:
      return ending satisfies never
  }
}
