/**
 * When the `reception` of a row was cancelled, as a condition of SQL: null where nobody is left to be told of it. Who
 * refused said so himself (п. 2.6); where a letter was formed, the outbox answers for it.
 */
export const untoldCancellationAt = `case when reception.step = 'cancelled'
    and not exists (select 1 from cancellation_told as told where told.reception_id = reception.id)
    and (select notice_id is null from application_decision as said
      where said.application_id = reception.application_id and said.reception_id = reception.id and said.kind = 'cancelled'
      order by said.rowid desc limit 1)
  then (select case json_extract(over.action, '$.reason') when 'notConfirmed' then over.recorded_at end
    from reception_event as over where over.reception_id = reception.id
      and json_extract(over.action, '$.kind') = 'cancelled' order by over.sequence desc limit 1) end`

/** The applications of one body whose cancellation is still to be told of; its one parameter is the body. */
export const applicationsCancelledUntold = `
  select reception.application_id from application_decision as unwritten
    join reception on reception.id = unwritten.reception_id
    where unwritten.body_id = ? and unwritten.kind = 'cancelled' and unwritten.notice_id is null
      and ${untoldCancellationAt} is not null`
