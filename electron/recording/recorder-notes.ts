import { randomUUID } from 'node:crypto'
import { AlarmCode, type RecorderView } from '../../shared/contract/workplace.ts'
import { NotArmedReason, type RecorderNoteKind, type RecordingStory } from '../../shared/recording/story.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/** What the recorder said of itself while a reception was open, kept for «Почему нет записи?». */
export interface RecorderNotes {
  /** Writes what is new since the last view of the same reception; nothing while none is open. */
  follow(receptionId: string | null, view: Pick<RecorderView, 'armed' | 'notArmedBecause' | 'alarms'>): void
  ofReception(receptionId: string): Pick<RecordingStory, 'armed' | 'alarms'>
}

export interface RecorderNotesDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  /** Account at the screen; null = nobody is signed in. */
  readonly shownTo: () => string | null
}

interface Followed {
  readonly receptionId: string
  readonly armed: boolean
  readonly because: NotArmedReason | null
  readonly alarms: ReadonlySet<AlarmCode>
}

export function makeRecorderNotes({ read, write, place, clock, shownTo }: RecorderNotesDeps): RecorderNotes {
  let followed: Followed | null = null

  function note(receptionId: string, kind: RecorderNoteKind, code: string | null, at: string): void {
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('recorder_note').values({
        id: randomUUID(),
        body_id: bodyId,
        workplace_id: workplaceId,
        reception_id: receptionId,
        at,
        kind,
        code,
        shown_to: shownTo(),
      }),
    )
  }

  return {
    follow(receptionId, { armed, notArmedBecause: because, alarms }) {
      if (receptionId === null) {
        followed = null
        return
      }
      const before = followed?.receptionId === receptionId ? followed : null
      const raised = new Set(alarms.map(({ code }) => code))
      const isSame =
        before?.armed === armed &&
        before.because === because &&
        before.alarms.size === raised.size &&
        [...raised].every(code => before.alarms.has(code))
      if (isSame) return
      const now = new Date(clock.nowMs()).toISOString()
      write.transaction(() => {
        if (!before || before.armed !== armed || before.because !== because) {
          note(receptionId, armed ? 'armed' : 'notArmed', because, now)
        }
        for (const { code, since } of alarms) {
          if (!before?.alarms.has(code)) note(receptionId, 'alarmRaised', code, new Date(since).toISOString())
        }
        for (const code of before?.alarms ?? []) if (!raised.has(code)) note(receptionId, 'alarmCleared', code, now)
      })
      followed = { receptionId, armed, because, alarms: raised }
    },

    ofReception(receptionId) {
      const notes = read.all(
        read.select
          .selectFrom('recorder_note')
          .leftJoin('account', 'account.id', 'recorder_note.shown_to')
          .select(['recorder_note.at', 'recorder_note.kind', 'recorder_note.code', 'account.full_name'])
          .where('reception_id', '=', receptionId)
          .orderBy('recorder_note.at'),
      )
      const armed: RecordingStory['armed'][number][] = []
      const alarms: RecordingStory['alarms'][number][] = []
      for (const { at, kind, code, full_name: fullName } of notes) {
        const to = fullName === null ? null : shortName(fullName)
        const open = alarms.findLastIndex(alarm => alarm.code === code && alarm.clearedAt === null)
        const known = alarms[open]
        if (kind === 'armed' || kind === 'notArmed') {
          armed.push({ at, armed: kind === 'armed', because: NotArmedReason.nullable().parse(code), shownTo: to })
        } else if (kind === 'alarmRaised') {
          // Raised a second time without an end: the workstation was restarted in between, it is the same alarm.
          if (!known) alarms.push({ code: AlarmCode.parse(code), raisedAt: at, clearedAt: null, shownTo: to })
        } else if (known) {
          alarms[open] = { ...known, clearedAt: at }
        }
      }
      return { armed, alarms }
    },
  }
}
