import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

export type TemplateKind = 'annex2'

export interface OwnTemplate {
  readonly content: Buffer
  readonly authorId: string
  readonly at: string
}

/** Word templates of the body; the program's own lie in the resources. */
export interface TemplateStore {
  /** null: the program's own counts. */
  own(kind: TemplateKind): OwnTemplate | null
  /** null gives the program's own back. Line of the event log in the same transaction. */
  replace(kind: TemplateKind, content: Buffer | null, authorId: string): void
}

export function makeTemplateStore(deps: {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}): TemplateStore {
  const { read, write, place, clock, eventLog } = deps
  return {
    own(kind) {
      const row = read.first(
        read.select
          .selectFrom('document_template')
          .selectAll()
          .where('body_id', '=', place().bodyId)
          .where('kind', '=', kind)
          .orderBy('sequence', 'desc')
          .limit(1),
      )
      return row?.content ? { content: row.content, authorId: row.author_id, at: row.at } : null
    },
    replace: (kind, content, authorId) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('document_template').values({
            ...{ body_id: bodyId, workplace_id: workplaceId, kind, content, author_id: authorId },
            at: new Date(clock.nowMs()).toISOString(),
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'documentTemplateChanged', objects: {}, result: 'done' })
      }),
  }
}
