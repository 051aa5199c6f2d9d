import type { InterruptionGround } from '../../../shared/reception/event.ts'

interface GroundWords {
  readonly title: string
  /** Whether the result needs words of the specialist about it. */
  readonly reasonLabel: string | null
}

/** Grounds of пп. 3.9 and 3.12 as the specialist chooses them; the clause comes from the regulation's outcome. */
export const groundWords: Readonly<Record<InterruptionGround, GroundWords>> = {
  notConnected: { title: 'Гражданин не подключился', reasonLabel: null },
  microphoneOff: { title: 'Гражданин не включил микрофон', reasonLabel: null },
  noDemonstration: { title: 'Гражданин не подключил демонстрацию экрана', reasonLabel: null },
  notIdentified: { title: 'Гражданин не прошёл идентификацию', reasonLabel: 'Почему не прошёл' },
  documentRefused: { title: 'Гражданин отказался предъявить документ', reasonLabel: null },
  abuse: { title: 'Нецензурные, оскорбительные выражения или угрозы', reasonLabel: null },
}
