import { randomUUID } from 'node:crypto'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

/** The folder this workplace takes letters from: append-only, the last word counts. */
export interface FolderStore {
  /** Absolute; null = none. */
  directory(): string | null
  choose(directory: string | null, authorId: string): void
}

export interface FolderStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeFolderStore({ write, place, clock, eventLog }: FolderStoreDeps): FolderStore {
  const last = write.prepareRead<{ directory: string | null }>(
    'select directory from letter_folder where workplace_id = ? order by rowid desc limit 1',
  )
  return {
    directory: () => last.first(place().workplaceId)?.directory ?? null,
    choose(directory, authorId) {
      const { bodyId, workplaceId } = place()
      write.transaction(() => {
        write.run(
          write.build.insertInto('letter_folder').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, directory, author_id: authorId },
            at: new Date(clock.nowMs()).toISOString(),
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'letterFolderChosen', objects: {}, result: 'done' })
      })
    },
  }
}
