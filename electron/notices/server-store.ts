import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { OutgoingServer } from '../../shared/contract/notices.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { mailOrigin, OriginBoundSecret } from '../secrets/origin-bound-secret.ts'

/** With its secret, which never leaves the workstation. */
export interface StoredServer extends OutgoingServer {
  readonly secret: OriginBoundSecret
}

const KeptServer = OutgoingServer.extend({ secret: z.string() })

/** The address the secret of a server is for. */
export const originOfServer = ({ certificateAuthority, ...server }: OutgoingServer): string =>
  mailOrigin('smtp', { ...server, authority: certificateAuthority })

/** The mail server notices go out by: append-only, the last one counts. */
export interface ServerStore {
  read(): StoredServer | null
  /** Server and line of the event log together. */
  save(server: StoredServer, authorId: string): void
}

export interface ServerStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeServerStore({ write, place, clock, eventLog }: ServerStoreDeps): ServerStore {
  const last = write.prepareRead<{ content: string }>(
    'select content from outgoing_server where body_id = ? order by rowid desc limit 1',
  )
  return {
    read() {
      const row = last.first(place().bodyId)
      if (!row) return null
      // Address and secret are one text, written at once: the secret is for what stands beside it.
      const { secret, ...server } = KeptServer.parse(JSON.parse(row.content))
      return { ...server, secret: new OriginBoundSecret(secret, originOfServer(server)) }
    },
    save({ secret: bound, ...server }, authorId) {
      const secret = bound.revealFor(originOfServer(server))
      if (secret === null) throw new Error('the secret belongs to another server')
      const { bodyId, workplaceId } = place()
      write.transaction(() => {
        write.run(
          write.build.insertInto('outgoing_server').values({
            ...{
              id: randomUUID(),
              body_id: bodyId,
              workplace_id: workplaceId,
              content: JSON.stringify({ ...server, secret }),
            },
            ...{ author_id: authorId, at: new Date(clock.nowMs()).toISOString() },
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'outgoingServerChanged', objects: {}, result: 'done' })
      })
    },
  }
}
