import type { Announcement } from '../../shared/contract/workplace.ts'
import type { ContractClient, LiveStore } from './workstation.ts'

interface WatchDeps {
  readonly client: ContractClient
  readonly live: LiveStore
  readonly listener: { onAnnouncement(announcement: Announcement): void; onResumed(): void }
}

/** Puts the announcements into the live store and tells the listener; comes back after every cut until stopped. */
export function watchAnnouncements({ client, live, listener }: WatchDeps): () => void {
  const stopping = new AbortController()
  let cut = false
  const unsubscribe = live.subscribe(() => {
    if (live.get().connection === 'lost') cut = true
  })
  void follow()
  return () => {
    unsubscribe()
    stopping.abort()
  }

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const announcements = await client.workplace.watch(undefined, {
          signal: stopping.signal,
          context: { retry: Number.POSITIVE_INFINITY },
        })
        for await (const announcement of announcements) accept(announcement)
        // It ends with the session of the person who asked for it.
        listener.onAnnouncement({ kind: 'deskChanged' })
      } catch {
        // The retry plugin resumes cuts; what arrives here is a refusal or the stop. A refusal is asked again below.
      }
      if (!stopping.signal.aborted) await pause(stopping.signal)
      cut = true
    }
  }

  function accept(announcement: Announcement): void {
    if (cut) {
      cut = false
      listener.onResumed()
    }
    if (announcement.kind === 'now') live.change({ nowMs: Date.parse(announcement.at) })
    else if (announcement.kind === 'recorder') live.change({ recorder: announcement.recorder })
    listener.onAnnouncement(announcement)
  }
}

/** A refused or ended stream is not hammered. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(finish, 1_000)
    signal.addEventListener('abort', finish, { once: true })
    function finish(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
  })
}
