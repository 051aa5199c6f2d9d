import type { ReceptionAction } from '../../../shared/reception/event.ts'
import type { ScriptStep } from '../talk-script.ts'
import type { FilmKind } from './film-kind.ts'

const at = (afterSeconds: number, action: ReceptionAction): ScriptStep => ({ afterMs: afterSeconds * 1000, action })

/** Seconds after the appointed time. */
const connectedAt = 10
const recorderLostAt = 48
const recorderBackAt = 61

const opening: readonly ScriptStep[] = [
  at(-90, { kind: 'roomOpened' }),
  at(6, { kind: 'lampLit', lamp: 'audible' }),
  at(connectedAt, { kind: 'citizenConnected' }),
  at(16, { kind: 'noticeGiven' }),
]

/** The identity document, in the picture until it is removed. */
const identified = (removedAt: number): readonly ScriptStep[] => [
  at(22, { kind: 'documentShown', method: 'screen' }),
  at(removedAt - 4, {
    ...{ kind: 'identified', result: 'established', method: 'screen', reason: null },
    matched: { face: true, fullName: true, birthDate: true, documentNumber: true },
  }),
  at(removedAt, { kind: 'documentRemoved' }),
]
const ended = (afterSeconds: number): ScriptStep => at(afterSeconds, { kind: 'talkEnded' })

/**
 * Every step of a reception that has a recording, up to its closing: as long as the recording is, for the journal tells
 * the same minutes. Only the one that goes over its time takes a quarter of an hour.
 */
export function filmedTalk(kind: FilmKind, appointedMs: number): readonly ScriptStep[] {
  const isoAt = (afterSeconds: number) => new Date(appointedMs + afterSeconds * 1000).toISOString()
  switch (kind) {
    case 'whole':
      return [...opening, ...identified(38), ended(72)]
    case 'documentShown':
      return [...opening, ...identified(58), ended(86)]
    case 'broken':
      return [
        ...[...opening, ...identified(38)],
        at(recorderLostAt + 4, { kind: 'workInterrupted', from: isoAt(recorderLostAt), cause: 'recorderLost' }),
        at(recorderBackAt, { kind: 'noticeRepeated' }),
        ended(94),
      ]
    case 'citizenSilent':
      return [...opening, at(18, { kind: 'contactMeansSet', means: 'chat' }), ...identified(38), ended(76)]
    case 'overtime':
      return [
        ...[...opening, ...identified(38)],
        at(850, { kind: 'extended', minutes: 5, reason: 'гражданин задает уточняющие вопросы' }),
        ended(975),
      ]
    case 'imported':
      return [...opening, ...identified(38), ended(80)]
    case 'altered':
      return [...opening, ...identified(38), ended(64)]
    case 'missing':
      return [...opening, ...identified(38), ended(58)]
    default:
      return kind satisfies never
  }
}
