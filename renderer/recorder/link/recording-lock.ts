import { recordingLockName } from '../../../shared/recording/recording-lock.ts'

/** Holds the lock that says that this page records. */
export interface RecordingLock {
  hold(isRecording: boolean): void
}

export function makeRecordingLock(locks: Pick<LockManager, 'request'>): RecordingLock {
  let release: (() => void) | null = null
  return {
    hold(isRecording) {
      if (isRecording === (release !== null)) return
      if (!isRecording) {
        release?.()
        release = null
        return
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      release = resolve
      // Shared: a page that takes over begins before the one that was replaced has ended.
      void locks.request(recordingLockName, { mode: 'shared' }, () => promise)
    },
  }
}
