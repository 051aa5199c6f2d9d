import { randomUUID } from 'node:crypto'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationDecisionTable } from '../database/tables/applications.ts'

export interface NewDecision {
  readonly applicationId: string
  readonly kind: ApplicationDecisionTable['kind']
  readonly receptionId: string | null
  readonly reason: string | null
  /** The notice it was taken in; null where the citizen is told by telephone. */
  readonly noticeId: string | null
  readonly decidedAt: string
  readonly authorId: string
}

/** What was decided on applications (пп. 2.4, 2.6, 2.7). */
export interface DecisionStore {
  /** Joins the running transaction. */
  add(decision: NewDecision): void
  /** Oldest first. */
  ofApplication(applicationId: string): readonly Pick<ApplicationDecisionTable, 'kind' | 'reception_id'>[]
}

export function makeDecisionStore({ write, place }: { write: WriteDb; place: () => Place }): DecisionStore {
  return {
    add({ applicationId, kind, receptionId, reason, noticeId, decidedAt, authorId }) {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('application_decision').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId, kind },
          ...{ reception_id: receptionId, reason, notice_id: noticeId, decided_at: decidedAt, author_id: authorId },
        }),
      )
    },
    ofApplication: applicationId =>
      write.all(
        write.select
          .selectFrom('application_decision')
          .select(['kind', 'reception_id'])
          .where('application_id', '=', applicationId)
          .orderBy('decided_at'),
      ),
  }
}
