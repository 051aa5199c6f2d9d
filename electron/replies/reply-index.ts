import type { ReplyReading } from '../../shared/letters/letter-reading.ts'
import { readReply } from '../../shared/letters/reply-words.ts'
import type { Clock } from '../clock.ts'
import type { AnswerReading } from '../letters/read-answer.ts'
import type { ReplyMarks } from './match-reply.ts'
import type { ReplyStore, WaitingLetter } from './reply-store.ts'

/** A letter that may be an answer, with what it says. */
export interface ReadReply extends WaitingLetter, ReplyMarks {
  readonly words: string
  readonly proposal: ReplyReading['proposal']
}

/** Answers as they were read; raw letters are parsed once, not at every look at «Сегодня». */
export interface ReplyIndex {
  /** What is read already; the oldest first. */
  now(): readonly ReadReply[]
  /** Reads what came since; answers whether anything changed. */
  refresh(): Promise<boolean>
}

/** Reads a raw letter as an answer; rejects where it cannot. */
export type AnswerReader = (raw: Uint8Array) => Promise<AnswerReading>

/** Older answers are found among the letters. */
const lookedBackMs = 60 * 24 * 3_600_000
const longestWordsSigns = 2_000

export function makeReplyIndex({
  store,
  clock,
  readAnswer,
}: {
  store: Pick<ReplyStore, 'waiting' | 'raw'>
  clock: Clock
  readAnswer: AnswerReader
}): ReplyIndex {
  const known = new Map<string, ReadReply>()
  let waiting: readonly WaitingLetter[] = []
  let running: Promise<boolean> | null = null

  async function read(letter: WaitingLetter): Promise<void> {
    const raw = store.raw(letter.id)
    if (raw === null) return
    const { words, isWholeLetter, ...marks } = await readAnswer(raw)
    const said = words.slice(0, longestWordsSigns)
    known.set(letter.id, {
      ...letter,
      ...marks,
      words: said,
      proposal: isWholeLetter ? 'unclear' : readReply(said).proposal,
    })
  }

  async function look(): Promise<boolean> {
    const before = waiting.map(({ id }) => id).join()
    waiting = store.waiting(new Date(clock.nowMs() - lookedBackMs).toISOString())
    const ids = new Set(waiting.map(({ id }) => id))
    for (const id of known.keys()) if (!ids.has(id)) known.delete(id)
    const fresh = waiting.filter(({ id }) => !known.has(id))
    for (const letter of fresh) await read(letter)
    return fresh.length > 0 || before !== waiting.map(({ id }) => id).join()
  }

  return {
    now: () => waiting.flatMap(({ id }) => known.get(id) ?? []),
    refresh() {
      // One after another: a second asker waits and then looks for itself.
      const turn = (running ?? Promise.resolve(false)).then(look, look)
      running = turn
      return turn
    },
  }
}
