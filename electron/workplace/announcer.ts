import { EventPublisher } from '@orpc/server'
import type { Announcement } from '../../shared/contract/workplace.ts'

/** Tells every open page what changed; a page that falls behind loses the oldest news, never the newest. */
export interface Announcer {
  announce(announcement: Announcement): void
  /** Ends when the page goes (signal). */
  listen(signal: AbortSignal | undefined): AsyncIterableIterator<Announcement>
}

export function makeAnnouncer(): Announcer {
  const publisher = new EventPublisher<{ announcement: Announcement }>({ maxBufferedEvents: 200 })
  return {
    announce: announcement => publisher.publish('announcement', announcement),
    listen: signal => publisher.subscribe('announcement', signal ? { signal } : {}),
  }
}
