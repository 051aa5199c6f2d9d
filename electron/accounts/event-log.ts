import { randomUUID } from 'node:crypto'
import { EventKind, EventObjects, EventResult } from '../../shared/event-log/event-kind.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { EventLogTable } from '../database/schema.ts'
import { canonicalJson, chainHash, chainStart } from './event-chain.ts'
import type { Place } from './place.ts'

export interface LoggedEvent {
  /** null: the program itself, before anybody is known. */
  readonly accountId: string | null
  readonly kind: EventKind
  readonly objects: EventObjects
  readonly result: EventResult
}

export interface EventLogFilter {
  readonly kind?: string | null
  readonly accountId?: string | null
}

export type ChainVerdict =
  | { readonly intact: true; readonly lines: number }
  /** `sequence`: the first line that is not as it was written, or is missing. */
  | { readonly intact: false; readonly sequence: number; readonly reason: 'changed' | 'missing' | 'shortened' }

/** Audit lines of this workplace, append-only, each carrying the hash of the one before. */
export interface EventLog {
  /** Joins the running transaction, so that an act and its line are written together or not at all. */
  append(event: LoggedEvent): void
  /** Newest first. */
  list(page: EventLogFilter & { offset: number; limit: number }): readonly EventLogTable[]
  count(filter: EventLogFilter): number
  /**
   * Recomputes the whole chain. It shows edited, removed and cut-off lines; who can rewrite the file with its key can
   * also rewrite the chain: an anchor outside (a printed hash) is the answer to that, not this function.
   */
  verifyChain(): ChainVerdict
}

export interface EventLogDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly newId?: () => string
}

export function makeEventLog({ read, write, place, clock, newId = randomUUID }: EventLogDeps): EventLog {
  function append(event: LoggedEvent): void {
    const { bodyId, workplaceId } = place()
    const head = write.first(
      write.select.selectFrom('event_log_head').select(['sequence', 'hash']).where('workplace_id', '=', workplaceId),
    )
    const line: Omit<EventLogTable, 'hash'> = {
      workplace_id: workplaceId,
      sequence: head ? head.sequence + 1 : 0,
      id: newId(),
      body_id: bodyId,
      at: new Date(clock.nowMs()).toISOString(),
      account_id: event.accountId,
      kind: EventKind.parse(event.kind),
      objects: canonicalJson(EventObjects.parse(event.objects)),
      result: EventResult.parse(event.result),
      previous_hash: head?.hash ?? chainStart,
    }
    const hash = chainHash(line)
    write.run(write.build.insertInto('event_log').values({ ...line, hash }))
    write.run(
      write.build
        .insertInto('event_log_head')
        .values({ workplace_id: workplaceId, sequence: line.sequence, hash })
        .onConflict(conflict => conflict.column('workplace_id').doUpdateSet({ sequence: line.sequence, hash })),
    )
  }

  function verifyChain(): ChainVerdict {
    const { workplaceId } = place()
    // Line and head in one statement each, but of one moment: the writer's connection, inside a transaction.
    return write.transaction(() => {
      const head = write.first(
        write.select.selectFrom('event_log_head').selectAll().where('workplace_id', '=', workplaceId),
      )
      let previous = chainStart
      let expected = 0
      for (const line of linesFrom(workplaceId)) {
        if (line.sequence !== expected) return { intact: false, sequence: expected, reason: 'missing' }
        const { hash, ...content } = line
        if (line.previous_hash !== previous || chainHash(content) !== hash) {
          return { intact: false, sequence: expected, reason: 'changed' }
        }
        previous = hash
        expected += 1
      }
      const whole = head ? head.sequence === expected - 1 && head.hash === previous : expected === 0
      return whole ? { intact: true, lines: expected } : { intact: false, sequence: expected, reason: 'shortened' }
    })
  }

  /** In slices: three years of lines need not be in memory at once. */
  function* linesFrom(workplaceId: string): Generator<EventLogTable> {
    let after = -1
    for (;;) {
      const slice = write.all(
        write.select
          .selectFrom('event_log')
          .selectAll()
          .where('workplace_id', '=', workplaceId)
          .where('sequence', '>', after)
          .orderBy('sequence')
          .limit(1000),
      )
      yield* slice
      const last = slice.at(-1)
      if (!last) return
      after = last.sequence
    }
  }

  function chosen({ kind = null, accountId = null }: EventLogFilter) {
    const all = read.select.selectFrom('event_log').where('workplace_id', '=', place().workplaceId)
    const ofKind = kind === null ? all : all.where('kind', '=', kind)
    return accountId === null ? ofKind : ofKind.where('account_id', '=', accountId)
  }

  return {
    append: event => write.transaction(() => append(event)),
    list: ({ offset, limit, ...filter }) =>
      read.all(chosen(filter).selectAll().orderBy('sequence', 'desc').limit(limit).offset(offset)),
    count: filter =>
      read.first(chosen(filter).select(expression => expression.fn.countAll<number>().as('lines')))?.lines ?? 0,
    verifyChain,
  }
}
