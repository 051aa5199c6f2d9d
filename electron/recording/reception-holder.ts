import type { ReadDb } from '../database/handles.ts'

/** Who held a reception: whoever made its legal start, before that its specialist; null for an unknown one. */
export function makeReceptionHolder({ read }: { read: ReadDb }): (receptionId: string) => string | null {
  const holder = read.prepareRead<{ holder: string }>(`
    select coalesce(
      (select e.author_id from reception_event as e
        where e.reception_id = r.id and json_extract(e.action, '$.kind') = 'citizenConnected'
        order by e.sequence desc limit 1),
      r.specialist_id) as holder
    from reception as r where r.id = ?`)
  return receptionId => holder.first(receptionId)?.holder ?? null
}
