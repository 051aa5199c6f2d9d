import type { Settings } from '../../shared/contract/settings.ts'
import { countText, nouns } from '../../shared/text/plural.ts'
import type { Clock } from '../clock.ts'
import type { AccountStore } from './account-store.ts'

const minuteMs = 60_000
const longestPauseMs = 60 * minuteMs

/** How long nobody may try after this many wrong passwords in a row; 0 before the limit, doubling after it. */
export function pauseMs(
  failedTries: number,
  { triesBeforePause, pauseMinutes }: Pick<Settings, 'triesBeforePause' | 'pauseMinutes'>,
): number {
  if (failedTries < triesBeforePause) return 0
  return Math.min(longestPauseMs, pauseMinutes * minuteMs * 2 ** (failedTries - triesBeforePause))
}

/** Counts wrong passwords of a person, wherever they are entered: at the door, through the lock, for a new password. */
export interface WrongPasswords {
  /** While no password of this person is looked at: why, for the screen. */
  pauseHint(accountId: string): string | null
  note(accountId: string): void
}

export interface WrongPasswordsDeps {
  readonly accounts: Pick<AccountStore, 'credentials' | 'noteFailure'>
  readonly settings: () => Settings
  readonly clock: Clock
}

export function makeWrongPasswords({ accounts, settings, clock }: WrongPasswordsDeps): WrongPasswords {
  return {
    pauseHint(accountId) {
      const leftMs = (accounts.credentials(accountId)?.pausedUntilMs ?? 0) - clock.nowMs()
      if (leftMs <= 0) return null
      return `Слишком много неверных паролей. Повторить можно через ${countText(Math.ceil(leftMs / minuteMs), {
        ...nouns.minute,
        one: 'минуту',
      })}.`
    },
    note(accountId) {
      const known = accounts.credentials(accountId)
      if (!known) return
      const failedTries = known.failedTries + 1
      const pause = pauseMs(failedTries, settings())
      accounts.noteFailure(accountId, failedTries, pause === 0 ? null : clock.nowMs() + pause)
    },
  }
}
