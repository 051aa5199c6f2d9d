import { randomUUID } from 'node:crypto'
import type { ConsentKind, ConsentRecord } from '../../shared/contract/application-list.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'

interface ConsentSource {
  readonly wording: string
  readonly occurredAt: string
  readonly letterId: string | null
  readonly authorId: string
}

/** Two consents, each with records of its own (п. 2.2 е, ж); the last one counts. All calls join the running transaction. */
export interface ConsentStore {
  /** As the application says when it is registered. */
  addBoth(applicationId: string, said: ConsentSource & { personalData: boolean; video: boolean }): void
  /** Also keeps the column of the application in step, by which the day and the session judge. */
  add(applicationId: string, record: ConsentSource & Pick<ConsentRecord, 'kind' | 'state'>): void
  /** Oldest first. */
  ofApplication(applicationId: string): ConsentRecord[]
}

export interface ConsentStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
}

export function makeConsentStore({ write, place, clock }: ConsentStoreDeps): ConsentStore {
  function record(applicationId: string, { kind, state, ...source }: Parameters<ConsentStore['add']>[1]): void {
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('application_consent').values({
        ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId, kind, state },
        ...{ wording: source.wording, occurred_at: utcText(source.occurredAt), letter_id: source.letterId },
        ...{ recorded_at: new Date(clock.nowMs()).toISOString(), author_id: source.authorId },
      }),
    )
  }
  const stateOf = (given: boolean) => (given ? 'given' : 'notGiven')
  const columns: Readonly<Record<ConsentKind, 'consent_personal_data' | 'consent_video'>> = {
    personalData: 'consent_personal_data',
    video: 'consent_video',
  }
  return {
    addBoth(applicationId, { personalData, video, ...source }) {
      record(applicationId, { kind: 'personalData', state: stateOf(personalData), ...source })
      record(applicationId, { kind: 'video', state: stateOf(video), ...source })
    },
    add(applicationId, said) {
      record(applicationId, said)
      write.run(
        write.build
          .updateTable('application')
          .set({ [columns[said.kind]]: said.state === 'given' ? 1 : 0 })
          .where('id', '=', applicationId),
      )
    },
    ofApplication: applicationId =>
      write
        .all(
          write.select
            .selectFrom('application_consent')
            .innerJoin('account', 'account.id', 'application_consent.author_id')
            .select(['kind', 'state', 'wording', 'occurred_at', 'account.full_name'])
            .where('application_id', '=', applicationId)
            .orderBy('recorded_at'),
        )
        .map(row => ({
          ...{ kind: row.kind, state: row.state, wording: row.wording, occurredAt: row.occurred_at },
          authorName: shortName(row.full_name),
        })),
  }
}
