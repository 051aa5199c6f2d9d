import type { TermState } from '../../../shared/calendar/term-state.ts'
import type { Tone } from '../../ui/tone.ts'

/** What a state of a term means at a glance; the words stand beside it. */
export function termTone(state: TermState): Tone {
  switch (state.kind) {
    case 'notStarted':
    case 'unmarked':
      return 'quiet'
    case 'running':
      return state.urgency === 'calm' ? 'quiet' : 'warn'
    case 'overdue':
    case 'missingYear':
      return 'bad'
    case 'met':
      return state.late ? 'warn' : 'good'
  }
}
