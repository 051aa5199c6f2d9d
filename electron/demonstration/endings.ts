import type { OutcomeCode } from '../../shared/reception/event.ts'

/** Every way a reception of the journal ends, as often as a journal of an office shows it. */
const frequencies: readonly (readonly [OutcomeCode, number])[] = [
  ['held', 56],
  ['heldGeneral', 6],
  ['notConnected', 9],
  ['cancelledNotConfirmed', 6],
  ['cancelledRefused', 5],
  ['microphoneOff', 2],
  ['noDemonstration', 2],
  ['notIdentified', 2],
  ['documentRefused', 2],
  ['connectionLost', 3],
  ['endedByCitizen', 3],
  ['fault', 2],
  ['recordingRefused', 1],
  ['abuse', 1],
  ['emergency', 1],
  ['other', 1],
]

const all = frequencies.flatMap(([code, times]) => Array.from({ length: times }, () => code))

/** Of the row of this index; far neighbours of the list stand beside each other in the journal. */
export function endingOf(index: number): OutcomeCode {
  // Coprime with their number: every one of them comes in turn.
  const ending = all[(index * 37) % all.length]
  if (ending === undefined) throw new Error('no ending')
  return ending
}

/** What the specialist writes into the place the draft leaves open; `explanation` is of the topic. */
export function wordsOf(ending: OutcomeCode, explanation: string): string {
  switch (ending) {
    case 'abuse':
      return 'нецензурные (оскорбительные) выражения'
    case 'connectionLost':
      return 'даны частично'
    case 'endedByCitizen':
      return 'Разъяснения даны полностью.'
    case 'emergency':
      return 'сработала пожарная сигнализация'
    case 'other':
      return 'Гражданин попросил принять его очно.'
    default:
      return explanation
  }
}
