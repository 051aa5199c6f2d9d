import type SqliteDatabase from 'better-sqlite3'
import { chainStart, fitsChain } from '../accounts/event-chain.ts'
import { type LogDifference, resetKinds } from '../accounts/log-witness.ts'
import { openConnection } from '../database/connection.ts'
import type { EventLogTable } from '../database/schema.ts'

/** A copy whose signed list remembers a line the log no longer has as it was. */
export interface LogsToCompare {
  readonly databasePath: string
  readonly copyPath: string
  readonly keyHex: string
  readonly workplaceId: string
  /** The last line of the copy, as its list says. */
  readonly sequence: number
  readonly hash: string
  readonly at: string
}

/**
 * Finds where the log and the one in a copy part, and whether the log itself tells why. Reads only; blocks its thread.
 * The log has to hang together; the copy is believed only where its lines lead to what its list says.
 */
export function compareLogs(order: LogsToCompare): LogDifference {
  const theirs = linesOfCopy(order)
  const database = openConnection({ path: order.databasePath, keyHex: order.keyHex }, true)
  try {
    if (theirs === null) return differenceByList(order, [...linesFrom(database, order.workplaceId, 0)])
    const parting = partingOf(theirs, database, order.workplaceId)
    return differenceOf(theirs.slice(parting), [...linesFrom(database, order.workplaceId, parting)])
  } finally {
    database.close()
  }
}

const linesFrom = (
  connection: SqliteDatabase.Database,
  workplaceId: string,
  sequence: number,
): IterableIterator<EventLogTable> =>
  connection
    .prepare<[string, number], EventLogTable>(
      'select * from event_log where workplace_id = ? and sequence >= ? order by sequence',
    )
    .iterate(workplaceId, sequence)

/** Every line of the copy up to its head; null where they do not lead there. */
function linesOfCopy({ copyPath, keyHex, workplaceId, sequence, hash }: LogsToCompare): EventLogTable[] | null {
  let copy: SqliteDatabase.Database
  try {
    copy = openConnection({ path: copyPath, keyHex }, true)
  } catch {
    return null
  }
  try {
    const lines: EventLogTable[] = []
    let previous = chainStart
    for (const line of linesFrom(copy, workplaceId, 0)) {
      if (!fitsChain(line, lines.length, previous)) return null
      lines.push(line)
      previous = line.hash
    }
    return lines.length - 1 === sequence && previous === hash ? lines : null
  } catch {
    return null
  } finally {
    copy.close()
  }
}

/** The first line that differs: each hash covers all before it, so that halving finds it. */
function partingOf(theirs: readonly EventLogTable[], database: SqliteDatabase.Database, workplaceId: string): number {
  const ours = database.prepare<[string, number], { hash: string }>(
    'select hash from event_log where workplace_id = ? and sequence = ?',
  )
  let [same, other] = [0, theirs.length]
  while (same < other) {
    const middle = Math.floor((same + other) / 2)
    if (ours.get(workplaceId, middle)?.hash === theirs[middle]?.hash) same = middle + 1
    else other = middle
  }
  return same
}

const isReset = ({ kind, result }: EventLogTable): boolean =>
  result === 'done' && resetKinds.some(reset => reset === kind)

/** How two ways the log went on from one line differ. */
function differenceOf(theirs: readonly EventLogTable[], ours: readonly EventLogTable[]): LogDifference {
  const known = new Map(ours.map(line => [line.id, line]))
  const kept = theirs.filter(({ id }) => known.has(id))
  const reset = lawfulReset(theirs, ours)
  // What was restored goes on with lines of its own: one of the others among them was put there by somebody.
  if (reset && kept.length === 0) {
    return { kind: 'restored', lines: theirs.length, line: reset.sequence, at: reset.at }
  }
  const missing = theirs.filter(({ id }) => !known.has(id))
  const changed = kept.filter(line => !isSameAct(line, known.get(line.id)))
  const remembered = new Set(theirs.map(({ id }) => id))
  const lastKept = Math.max(-1, ...ours.filter(({ id }) => remembered.has(id)).map(({ sequence }) => sequence))
  const added = ours.filter(({ id, sequence }) => !remembered.has(id) && sequence < lastKept)
  const found = [
    ...missing.slice(0, 1).map(({ sequence }) => ({ what: 'missing' as const, line: sequence })),
    ...changed.slice(0, 1).map(({ sequence }) => ({ what: 'changed' as const, line: sequence })),
    ...added.slice(0, 1).map(({ sequence }) => ({ what: 'added' as const, line: sequence })),
  ].sort((one, other) => one.line - other.line)
  // The same acts in another order.
  const first = found[0] ?? { what: 'changed' as const, line: theirs[0]?.sequence ?? 0 }
  return {
    ...{ kind: 'contradicts', ...first },
    ...{ missing: missing.length, changed: changed.length, added: added.length },
  }
}

/** The list alone says which line was the last, not what led to it. */
function differenceByList({ sequence, at }: LogsToCompare, ours: readonly EventLogTable[]): LogDifference {
  // One that happened before the line was written explains nothing of it.
  const reset = ours.findLast(line => isReset(line) && line.sequence <= sequence && line.at >= at)
  if (reset) return { kind: 'restored', lines: sequence - reset.sequence + 1, line: reset.sequence, at: reset.at }
  return { ...{ kind: 'contradicts', line: sequence, what: 'other' }, ...{ missing: 0, changed: 0, added: 0 } }
}

/** The line by which the log says itself that the other way was left behind. */
function lawfulReset([theirNext]: readonly EventLogTable[], ours: readonly EventLogTable[]): EventLogTable | undefined {
  const [ourNext] = ours
  if (ourNext && isReset(ourNext)) return ourNext
  // The copy was made on a way that began with a restoration, and a later one went back behind it.
  return theirNext && isReset(theirNext) ? ours.find(isReset) : undefined
}

const isSameAct = (one: EventLogTable, other: EventLogTable | undefined): boolean =>
  other !== undefined &&
  one.at === other.at &&
  one.account_id === other.account_id &&
  one.body_id === other.body_id &&
  one.kind === other.kind &&
  one.objects === other.objects &&
  one.result === other.result
