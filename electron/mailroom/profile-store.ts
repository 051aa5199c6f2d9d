import { randomUUID } from 'node:crypto'
import { MappingProfile } from '../../shared/letters/letter-reading.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

/** Mapping profiles: append-only, the last version of each counts. Versions and their lines of the log go together. */
export interface ProfileStore {
  list(): readonly MappingProfile[]
  save(profile: MappingProfile, authorId: string): void
  remove(profile: MappingProfile, authorId: string): void
}

export interface ProfileStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeProfileStore({ write, place, clock, eventLog }: ProfileStoreDeps): ProfileStore {
  const last = write.prepareRead<{ content: string }>(`
    select content from mapping_profile
      where rowid in (select max(rowid) from mapping_profile where body_id = ? group by profile_id) and removed = 0
      order by name, rowid`)

  function append(profile: MappingProfile, removed: 0 | 1, authorId: string): void {
    const { bodyId, workplaceId } = place()
    write.transaction(() => {
      write.run(
        write.build.insertInto('mapping_profile').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, profile_id: profile.profileId },
          ...{ name: profile.name, content: JSON.stringify(profile), removed, author_id: authorId },
          at: new Date(clock.nowMs()).toISOString(),
        }),
      )
      eventLog.append({ accountId: authorId, kind: 'mappingProfileChanged', objects: {}, result: 'done' })
    })
  }

  return {
    list: () => last.all(place().bodyId).map(({ content }) => MappingProfile.parse(JSON.parse(content))),
    save: (profile, authorId) => append(profile, 0, authorId),
    remove: (profile, authorId) => append(profile, 1, authorId),
  }
}
