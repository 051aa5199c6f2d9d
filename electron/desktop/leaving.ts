import type { MessageBoxOptions } from 'electron'
import type { Activity } from '../workplace/activity.ts'

export interface LeavingDeps {
  readonly activity: () => Activity
  readonly ask: (box: MessageBoxOptions) => Promise<unknown>
  /** Where the window goes that is put aside during a reception; null: nowhere, it may only be minimised. */
  readonly asideWords: string | null
  /** Closes everything in order; the program ends after it. An update is put in only where a person leaves. */
  readonly close: (by: 'person' | 'shutdown') => Promise<void>
}

/** The way out: never in the middle of a reception by habit, always when the computer itself goes down. */
export interface Leaving {
  /** A reception is open or something is recorded. */
  isBusy(): boolean
  isLeaving(): boolean
  /** The person wants to leave. */
  ask(): Promise<void>
  /** The computer goes down: no question; what was recorded lies on the disk and is found at the next start. */
  atOnce(): Promise<void>
}

export function makeLeaving({ activity, ask, asideWords, close }: LeavingDeps): Leaving {
  let leaving: Promise<void> | null = null
  let telling: Promise<unknown> | null = null
  const isBusy = (): boolean => activity().receptionOpen || activity().recording
  const leave = (by: 'person' | 'shutdown'): Promise<void> => {
    leaving ??= close(by)
    return leaving
  }
  return {
    isBusy,
    isLeaving: () => leaving !== null,
    async ask() {
      if (leaving || !isBusy()) return leave('person')
      // Who presses again while it stands reads the one that stands.
      telling ??= ask({
        type: 'info',
        title: 'Видеоприём: идёт приём',
        message: 'Идёт приём гражданина',
        detail: ['Сначала завершите приём, затем выйдите из программы.', asideWords].filter(Boolean).join(' '),
        buttons: ['Понятно'],
      }).finally(() => {
        telling = null
      })
      await telling
    },
    atOnce: () => leave('shutdown'),
  }
}
