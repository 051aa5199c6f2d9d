import { randomUUID } from 'node:crypto'
import type { Passport } from '../../shared/contract/equipment.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/** The passport of this workplace: every change is another row, the latest counts. */
export interface PassportStore {
  read(): Passport | null
  write(passport: Passport, authorId: string): void
}

export interface PassportStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
}

export function makePassportStore({ read, write, place, clock }: PassportStoreDeps): PassportStore {
  const latest = read.prepareRead<Passport>(`
    select inventory_number as inventoryNumber, room, owner, nearby from workplace_passport
      where workplace_id = ? order by at desc, rowid desc limit 1`)
  return {
    read: () => latest.first(place().workplaceId) ?? null,
    write({ inventoryNumber, room, owner, nearby }, authorId) {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('workplace_passport').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, author_id: authorId },
          ...{ inventory_number: inventoryNumber, room, owner, nearby, at: new Date(clock.nowMs()).toISOString() },
        }),
      )
    },
  }
}
