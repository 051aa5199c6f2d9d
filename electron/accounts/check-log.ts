import type { LogCheck, LogContradiction, LogGap, SheetCheck } from '../../shared/contract/event-log.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { EventLog } from './event-log.ts'
import type { LogAnchor, LogWitness } from './log-witness.ts'

export interface LogToCheck {
  readonly eventLog: Pick<EventLog, 'verifyChainAside' | 'lineAt'>
  readonly witnesses: readonly LogWitness[]
}

/** The log as its own chain and everybody outside who remembers it see it. */
export async function checkLog({ eventLog, witnesses }: LogToCheck): Promise<LogCheck> {
  const chain = await eventLog.verifyChainAside()
  const asked = witnesses.map(witness => ({ witness, ...witness.remembered() }))
  const sum = (of: 'unsigned' | 'notTrusted'): number => asked.reduce((all, one) => all + one[of], 0)
  const silent = {
    ...{ unsigned: sum('unsigned'), notTrusted: sum('notTrusted') },
    folder: asked.map(({ folder }) => folder).find(folder => folder !== null) ?? null,
  }
  // Which of the lines behind the break are as they were nobody can say.
  if (!chain.intact) return { verdict: 'broken', chain, confirmed: null, contradictions: [], gaps: [], silent }

  const contradictions: LogContradiction[] = []
  const gaps: LogGap[] = []
  let confirmed: LogCheck['confirmed'] = null
  for (const { witness, anchors } of asked) {
    for (const anchor of anchors) {
      const source = { madeAt: anchor.madeAt }
      if (agrees(eventLog, anchor)) {
        if (confirmed === null || anchor.sequence > confirmed.line) {
          confirmed = { source, line: anchor.sequence, at: anchor.at }
        }
        continue
      }
      const told = await witness.differenceFrom(anchor)
      if (told.kind === 'restored') {
        const { kind: _, ...gap } = told
        gaps.push({ source, ...gap })
      } else {
        const { kind: _, ...contradiction } = told
        contradictions.push({ source, ...contradiction })
      }
    }
  }
  contradictions.sort((one, other) => other.missing + other.changed - (one.missing + one.changed))
  const verdict = contradictions.length > 0 ? 'contradicted' : confirmed ? 'confirmed' : 'unconfirmed'
  return { verdict, chain, confirmed, contradictions, gaps, silent }
}

const agrees = (eventLog: LogToCheck['eventLog'], { sequence, hash }: LogAnchor): boolean =>
  eventLog.lineAt(sequence)?.hash === hash

/** The log against a line on paper, of which only the beginning of the hash is known. */
export async function compareWithSheet(
  eventLog: Pick<EventLog, 'verifyChainAside' | 'lineAt' | 'lastReset'>,
  { line, day, start, timeZone }: { line: number; day: string; start: string; timeZone: string },
): Promise<SheetCheck> {
  const chain = await eventLog.verifyChainAside()
  const own = eventLog.lineAt(line)
  const answer = { line, at: own?.at ?? null, restored: null, chain }
  // A hash that fits says something of the lines before only where they lead to it.
  if (!chain.intact) return { ...answer, verdict: 'broken' }
  if (own?.hash.startsWith(start)) return { ...answer, verdict: 'same' }
  // Lines up to that number were left behind and written anew. Paper does not say what they were.
  const reset = eventLog.lastReset(line)
  if (reset && localDate(Date.parse(reset.at), timeZone) >= day) {
    return { ...answer, verdict: 'restored', restored: { at: reset.at, line: reset.sequence } }
  }
  return { ...answer, verdict: own ? 'other' : 'missing' }
}
