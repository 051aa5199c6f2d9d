import type { SessionLogLine } from '../../../shared/recording/part-log.ts'
import type { RecorderPage } from './recorder-pages.ts'

type RoomLine = Extract<SessionLogLine, { kind: 'room' }>

/**
 * Which choices of a room are known to be the right one. A browser does not tell which tab or window it captures: where
 * the program does not give the room itself, only a person who looks at the picture can say so («Это он?»).
 */
export interface RoomRecognition {
  /** The page's room was given by the program or recognised by a person. */
  isKnown(page: RecorderPage | null): boolean
  /** The choice behind the page's sources that nobody has answered for yet; null = none, or the room is known. */
  question(page: RecorderPage | null): string | null
  /** False where this choice is not the present one any more: what was seen is gone. */
  answer(page: RecorderPage | null, choiceId: string, isRight: boolean): boolean
  /** A recording begins: what was told of an earlier one is told again. */
  begin(): void
  /** The line for the recording's log where something became known of the room that was not written yet. */
  news(page: RecorderPage | null, atMs: number): RoomLine | null
  /** What the last run of the workstation knew. */
  restore(lines: readonly SessionLogLine[]): void
}

/** `isRoomGiven`: the program itself gives this page its room. */
export function makeRoomRecognition(isRoomGiven: (page: RecorderPage) => boolean): RoomRecognition {
  const recognised = new Set<string>()
  const written = new Set<string>()

  const choiceOf = (page: RecorderPage | null): string | null => page?.sources.status?.choiceId ?? null

  function isKnown(page: RecorderPage | null): boolean {
    if (page === null) return false
    const choiceId = choiceOf(page)
    return isRoomGiven(page) || (choiceId !== null && recognised.has(choiceId))
  }

  return {
    isKnown,
    question: page => (isKnown(page) ? null : choiceOf(page)),
    answer(page, choiceId, isRight) {
      if (choiceOf(page) !== choiceId) return false
      if (isRight) recognised.add(choiceId)
      else recognised.delete(choiceId)
      return true
    },
    begin: () => written.clear(),
    news(page, atMs) {
      const choiceId = choiceOf(page)
      if (page === null || choiceId === null) return null
      const by = isRoomGiven(page) ? 'program' : recognised.has(choiceId) ? 'person' : null
      const line = `${choiceId} ${by}`
      if (written.has(line)) return null
      written.add(line)
      return { kind: 'room', atMs, choiceId, by }
    },
    restore(lines) {
      for (const line of lines) {
        if (line.kind !== 'room') continue
        written.add(`${line.choiceId} ${line.by}`)
        if (line.by === 'person') recognised.add(line.choiceId)
      }
    },
  }
}
