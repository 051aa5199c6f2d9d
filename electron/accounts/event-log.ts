import { randomUUID } from 'node:crypto'
import { EventKind, EventObjects, EventResult } from '../../shared/event-log/event-kind.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { EventLogTable } from '../database/schema.ts'
import { yieldThread } from '../yield-thread.ts'
import { canonicalJson, chainHash, chainStart, fitsChain } from './event-chain.ts'
import { resetKinds } from './log-witness.ts'
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

/** What a line is known by. */
export interface LogLineMark {
  readonly sequence: number
  readonly hash: string
  readonly at: string
}

/** Audit lines of this workplace, append-only, each carrying the hash of the one before. */
export interface EventLog {
  /** Joins the running transaction, so that an act and its line are written together or not at all. */
  append(event: LoggedEvent): void
  /** Newest first. */
  list(page: EventLogFilter & { offset: number; limit: number }): readonly EventLogTable[]
  count(filter: EventLogFilter): number
  /** The last line; null before the first. */
  head(): LogLineMark | null
  /** One line by its number; null where there is none. */
  lineAt(sequence: number): LogLineMark | null
  /** The last line that says that the database was restored or went on without its last changes, up to a line. */
  lastReset(upTo: number): LogLineMark | null
  /**
   * Recomputes the whole chain. It shows edited, removed and cut-off lines; who can rewrite the file with its key can
   * also rewrite the chain: witnesses outside (log-witness.ts, a day sheet) are the answer to that, not this function.
   */
  verifyChain(): ChainVerdict
  /** The same in slices, so that nothing else waits for it; lines written meanwhile are not looked at. */
  verifyChainAside(): Promise<ChainVerdict>
}

export interface EventLogDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly newId?: () => string
}

export function makeEventLog({ read, write, place, clock, newId = randomUUID }: EventLogDeps): EventLog {
  // Every act writes a line: building these anew took longer than writing them.
  const headIn = write.prepareRead<{ sequence: number; hash: string }>(
    'select sequence, hash from event_log_head where workplace_id = ?',
  )
  const insertLine = write.prepareWrite(`
    insert into event_log
      (workplace_id, sequence, id, body_id, at, account_id, kind, objects, result, previous_hash, hash)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const setHead = write.prepareWrite(`
    insert into event_log_head (workplace_id, sequence, hash) values (?, ?, ?)
      on conflict (workplace_id) do update set sequence = excluded.sequence, hash = excluded.hash`)

  function append(event: LoggedEvent): void {
    const { bodyId, workplaceId } = place()
    const head = headIn.first(workplaceId)
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
    insertLine.run(
      ...[line.workplace_id, line.sequence, line.id, line.body_id, line.at, line.account_id, line.kind, line.objects],
      ...[line.result, line.previous_hash, hash],
    )
    setHead.run(workplaceId, line.sequence, hash)
  }

  const headOf = (workplaceId: string) =>
    write.first(write.select.selectFrom('event_log_head').selectAll().where('workplace_id', '=', workplaceId))

  function verifyChain(): ChainVerdict {
    const { workplaceId } = place()
    // Line and head in one statement each, but of one moment: the writer's connection, inside a transaction.
    return write.transaction(() => {
      const check = chainCheck(headOf(workplaceId))
      for (const slice of slicesOf(workplaceId, null)) if (!check.follow(slice)) break
      return check.verdict()
    })
  }

  async function verifyChainAside(): Promise<ChainVerdict> {
    const { workplaceId } = place()
    // Lines are only ever appended: up to this head they stay as they are, whatever is written meanwhile.
    const head = headOf(workplaceId)
    const check = chainCheck(head)
    for (const slice of slicesOf(workplaceId, head?.sequence ?? null)) {
      if (!check.follow(slice)) break
      await yieldThread()
    }
    return check.verdict()
  }

  /** In slices: three years of lines need not be in memory at once. `upTo`: the last line looked at; null = every one. */
  function* slicesOf(workplaceId: string, upTo: number | null): Generator<readonly EventLogTable[]> {
    let after = -1
    for (;;) {
      const lines = write.select
        .selectFrom('event_log')
        .selectAll()
        .where('workplace_id', '=', workplaceId)
        .where('sequence', '>', after)
      const slice = write.all(
        (upTo === null ? lines : lines.where('sequence', '<=', upTo)).orderBy('sequence').limit(linesInSlice),
      )
      const last = slice.at(-1)
      if (!last) return
      yield slice
      after = last.sequence
    }
  }

  function chosen({ kind = null, accountId = null }: EventLogFilter) {
    const all = read.select.selectFrom('event_log').where('workplace_id', '=', place().workplaceId)
    const ofKind = kind === null ? all : all.where('kind', '=', kind)
    return accountId === null ? ofKind : ofKind.where('account_id', '=', accountId)
  }

  /** Where the last line is; every line before it is there, or the chain is not whole. */
  const lastSequence = (): number => headOf(place().workplaceId)?.sequence ?? -1

  const marks = () =>
    write.select
      .selectFrom('event_log')
      .select(['sequence', 'hash', 'at'])
      .where('workplace_id', '=', place().workplaceId)
      .orderBy('sequence', 'desc')
      .limit(1)

  return {
    head: () => write.first(marks()) ?? null,
    lineAt: sequence => write.first(marks().where('sequence', '=', sequence)) ?? null,
    lastReset: upTo =>
      write.first(
        marks()
          .where('kind', 'in', [...resetKinds])
          .where('result', '=', 'done')
          .where('sequence', '<=', upTo),
      ) ?? null,
    append: event => write.transaction(() => append(event)),
    list({ offset, limit, ...filter }) {
      const all = read.select.selectFrom('event_log').where('workplace_id', '=', place().workplaceId)
      const newestFirst = all.selectAll().orderBy('sequence', 'desc').limit(limit)
      if (isUnfiltered(filter)) return read.all(newestFirst.where('sequence', '<=', lastSequence() - offset))
      // The lines that are passed over are counted in an index alone.
      const page = chosen(filter).select('sequence').orderBy('sequence', 'desc').limit(limit).offset(offset)
      return read.all(newestFirst.where('sequence', 'in', page))
    },
    count: filter =>
      isUnfiltered(filter)
        ? lastSequence() + 1
        : (read.first(chosen(filter).select(expression => expression.fn.countAll<number>().as('lines')))?.lines ?? 0),
    verifyChain,
    verifyChainAside,
  }
}

/** Lines checked or read in one go: a few milliseconds. */
const linesInSlice = 250

const isUnfiltered = ({ kind = null, accountId = null }: EventLogFilter): boolean => kind === null && accountId === null

/** Follows lines in order and judges them. */
function chainCheck(head: { readonly sequence: number; readonly hash: string } | undefined) {
  let previous = chainStart
  let expected = 0
  let broken: ChainVerdict | null = null
  return {
    /** False: the chain is broken there, the rest says nothing. */
    follow(lines: readonly EventLogTable[]): boolean {
      for (const line of lines) {
        if (!fitsChain(line, expected, previous)) {
          const reason = line.sequence === expected ? 'changed' : 'missing'
          broken = { intact: false, sequence: expected, reason }
          return false
        }
        previous = line.hash
        expected += 1
      }
      return true
    },
    verdict(): ChainVerdict {
      if (broken) return broken
      const whole = head ? head.sequence === expected - 1 && head.hash === previous : expected === 0
      return whole ? { intact: true, lines: expected } : { intact: false, sequence: expected, reason: 'shortened' }
    },
  }
}
