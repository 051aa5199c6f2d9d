import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import type { RecordingStory, RecordingTale } from '../../shared/recording/story.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { RecordedReception } from './recorded-reception.ts'
import type { RecorderNotes } from './recorder-notes.ts'

export interface RecordingStoryDeps {
  readonly receptionOf: (who: Session, receptionId: string) => Reply<RecordedReception>
  /** Oldest first. */
  readonly talesOf: (receptionId: string) => readonly RecordingTale[]
  readonly notes: Pick<RecorderNotes, 'ofReception'>
  readonly regulation: Pick<Regulation, 'outcomes'>
}

/** «Почему нет записи?»: gathers what is stored; the words and the conclusion are shared/recording/story-text.ts. */
export function makeRecordingStory(deps: RecordingStoryDeps) {
  return (who: Session, receptionId: string): Reply<RecordingStory> => {
    const found = deps.receptionOf(who, receptionId)
    if (!found.ok) return found
    const { begun, outcome, ...reception } = found.value
    const rule = deps.regulation.outcomes.find(({ code }) => code === outcome)
    return done({
      ...reception,
      outcome,
      expected: rule?.recording ?? null,
      mayImport: begun,
      ...deps.notes.ofReception(receptionId),
      recordings: [...deps.talesOf(receptionId)],
    })
  }
}
