import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { NoticeTemplate } from '../../shared/contract/notices.ts'
import { NoticeKind } from '../../shared/notices/notice-kind.ts'
import { type NoticeWords, templateFaults } from '../../shared/notices/notice-template.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { parsedOnce } from '../parsed-once.ts'

export type BundledTemplates = Readonly<Record<NoticeKind, NoticeWords>>

const TemplateFile = z.strictObject({ kind: NoticeKind, subject: z.string(), text: z.array(z.string()) })

/** The words that come with the program. Rejects where a file is not what it should be. */
export async function readTemplates(directory: string): Promise<BundledTemplates> {
  const read = async (kind: NoticeKind): Promise<[NoticeKind, NoticeWords]> => {
    const file = TemplateFile.parse(JSON.parse(await readFile(join(directory, `${kind}.json`), 'utf8')), parsedOnce)
    const words = { subject: file.subject, text: file.text.join('\n') }
    const [fault] = Object.values(templateFaults(kind, words))
    if (file.kind !== kind || fault !== undefined) throw new Error(`notices/${kind}.json: ${fault ?? 'another kind'}`)
    return [kind, words]
  }
  return Object.fromEntries(await Promise.all(NoticeKind.options.map(read))) as BundledTemplates
}

/** The words of notices: the body's own, or the program's. */
export interface TemplateStore {
  current(kind: NoticeKind): NoticeTemplate
  /** Every subject a notice of this body may have gone out with: an answer comes later than a change of the words. */
  subjects(): readonly string[]
  /** Words and line of the event log together; null gives the program's back. */
  save(kind: NoticeKind, words: NoticeWords | null, authorId: string): void
}

export interface TemplateStoreDeps {
  readonly bundled: BundledTemplates
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeTemplateStore({ bundled, write, place, clock, eventLog }: TemplateStoreDeps): TemplateStore {
  const last = write.prepareRead<NoticeWords>(
    'select subject, text from notice_template where body_id = ? and kind = ? order by rowid desc limit 1',
  )
  const allOwn = write.prepareRead<{ subject: string }>(
    "select distinct subject from notice_template where body_id = ? and subject <> ''",
  )
  return {
    subjects: () => [
      ...NoticeKind.options.map(kind => bundled[kind].subject),
      ...allOwn.all(place().bodyId).map(({ subject }) => subject),
    ],
    current(kind) {
      const own = last.first(place().bodyId, kind)
      return own && own.text !== '' ? { kind, ...own, isOwn: true } : { kind, ...bundled[kind], isOwn: false }
    },
    save(kind, words, authorId) {
      const { bodyId, workplaceId } = place()
      write.transaction(() => {
        write.run(
          write.build.insertInto('notice_template').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, kind },
            ...{ subject: words?.subject ?? '', text: words?.text ?? '' },
            ...{ author_id: authorId, at: new Date(clock.nowMs()).toISOString() },
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'noticeTemplateChanged', objects: {}, result: 'done' })
      })
    },
  }
}
