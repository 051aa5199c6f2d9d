import * as z from 'zod'
import { Clause } from '../regulation/clause.ts'

/**
 * A term (срок) of a regulation as data: the engine knows units and directions, never an order. Events are names the
 * regulation gives; what they mean is told by whoever has the facts (application-terms.ts for order № 121).
 */

/** Days and hours of work need the calendar of the body; the others do not. */
export const TermUnit = z.enum(['workingDay', 'workingHour', 'workingMinute', 'calendarDay', 'minute', 'year'])
export type TermUnit = z.infer<typeof TermUnit>

/** What the screen offers when a term is missed; words and buttons are the screen's. */
export const TermOffer = z.enum([
  'sendNotice',
  'sendRejection',
  'cancelReception',
  'callCitizen',
  'reportDelay',
  'answerPerson',
  'correctData',
  'destroyData',
])
export type TermOffer = z.infer<typeof TermOffer>

const EventName = z.string().regex(/^[a-z][A-Za-z]*$/, 'событие пишется латинскими буквами: «noticeSent»')

export const Term = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d{1,2}$/, 'обозначение срока: буква и номер, «D2»'),
    clause: Clause,
    /** Short Russian name: what has to be done. */
    title: z.string().min(1),
    /** Whose term it is. */
    actor: z.enum(['site', 'body', 'specialist', 'citizen']),
    /** 0: at once («незамедлительно»). */
    amount: z.int().nonnegative(),
    unit: TermUnit,
    direction: z.enum(['after', 'before']),
    startEvent: EventName,
    /** The start in words, after «отсчёт»: «со дня поступления заявки». */
    startText: z.string().min(1),
    /** Whether the day of the event is day 0 (ст. 191 ГК) or day 1; days only. */
    countFrom: z.enum(['nextDay', 'sameDay']),
    endEvent: EventName,
    /** Soft: the order names no consequence, or it is not ours to keep; hard: something follows from missing it. */
    strictness: z.enum(['soft', 'hard']),
    /** Amounts of the unit before the end from which the screen turns amber, the largest first. */
    warnings: z.array(z.int().positive()),
    whenMissed: z.strictObject({ offer: TermOffer, text: z.string().min(1) }),
  })
  .refine(({ startEvent, endEvent }) => startEvent !== endEvent, 'срок начинается и кончается одним событием')
export type Term = z.infer<typeof Term>
