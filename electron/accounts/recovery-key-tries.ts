import { refused } from '../../shared/contract/reply.ts'
import { countText, nouns } from '../../shared/text/plural.ts'
import type { Clock } from '../clock.ts'
import { pauseMs } from './wrong-passwords.ts'

/** Not a setting: it is needed where the database of the settings cannot be opened. */
const rules = { triesBeforePause: 5, pauseMinutes: 1 } as const
const minuteMs = 60_000

/**
 * Counts wrong recovery keys of this run. The key has 160 bits of its own: the pause tells a person to look at the paper,
 * and keeps a page from trying all day.
 */
export interface RecoveryKeyTries {
  /** The refusal while no key is looked at; null: try. */
  pause(): ReturnType<typeof refused> | null
  noteWrong(): void
  noteRight(): void
}

export function makeRecoveryKeyTries(clock: Pick<Clock, 'monotonicMs'>): RecoveryKeyTries {
  let wrong = 0
  let pausedUntilMs = 0
  return {
    pause() {
      const leftMs = pausedUntilMs - clock.monotonicMs()
      if (wrong === 0 || leftMs <= 0) return null
      const left = countText(Math.ceil(leftMs / minuteMs), { ...nouns.minute, one: 'минуту' })
      return refused('waitFirst', `Слишком много неверных ключей. Повторить можно через ${left}. Ничего не изменено.`)
    },
    noteWrong() {
      wrong += 1
      pausedUntilMs = clock.monotonicMs() + pauseMs(wrong, rules)
    },
    noteRight() {
      wrong = 0
    },
  }
}
