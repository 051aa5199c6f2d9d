import * as z from 'zod'
import type { ApplicationFacts } from '../calendar/application-events.ts'
import type { TermState } from '../calendar/term-state.ts'
import { missingYearText } from '../calendar/working-calendar.ts'
import type { ReceptionStepName } from '../reception/state.ts'
import { formatLocalDate } from '../text/date-time.ts'

/** What somebody may decide or note of an application, with effect in law, before its reception begins. */
export const LegalAct = z.enum([
  /** п. 2.4. */
  'appoint',
  /** п. 2.7. */
  'reject',
  /** The notice went out (п. 2.4). */
  'noteNotice',
  /** The citizen confirmed (п. 2.5). */
  'noteConfirmation',
  /** п. 2.6: the citizen refused. */
  'cancelRefused',
  /** п. 2.6: no confirmation within the term of п. 2.5. */
  'cancelNotConfirmed',
  /** A person told of a cancellation no letter was written of (п. 2.6). */
  'noteCancellation',
  /** Another time, or another official (пп. 3.3, 3.5). */
  'move',
  /** A line registered by mistake is struck through; its number stays. */
  'annul',
])
export type LegalAct = z.infer<typeof LegalAct>

/** Whether an act may be done now; a screen offers it by this and never by what it thinks itself. */
export const ActPermission = z.strictObject({
  act: LegalAct,
  permitted: z.boolean(),
  /** The clause of order № 121 it is done by, or refused by. */
  clause: z.string(),
  /** Russian sentence; null where it is permitted. */
  reason: z.string().nullable(),
})
export type ActPermission = z.infer<typeof ActPermission>

/** Everything an act is permitted by. */
export interface ActFacts {
  /** Of the reception that stands now; null = none was appointed. */
  readonly step: ReceptionStepName | null
  /** The reception has begun in law: the citizen was connected. */
  readonly isBegun: boolean
  readonly isNamed: boolean
  /** The line was struck through as registered by mistake: nothing more is done by it. */
  readonly isAnnulled: boolean
  readonly consentsToData: boolean
  readonly hasLink: boolean
  readonly facts: Pick<ApplicationFacts, 'validNoticeAt' | 'confirmedAt' | 'rejectedAt'>
  /** The citizen's term (п. 2.5); null where the regulation has none. */
  readonly answerTerm: TermState | null
  /** An answer that may be this citizen's lies unjudged and came within the term. */
  readonly isAnswerUnjudged: boolean
  /** A mailbox has not been read for long: an answer may lie in it. */
  readonly isMailSilent: boolean
  /** When the reception was cancelled, where the citizen is still to be told of it. */
  readonly untoldCancellationAt: string | null
}

/** null = permitted. */
type Refusal = { readonly reason: string; readonly clause?: string } | null
const because = (reason: string, clause?: string): Refusal => (clause === undefined ? { reason } : { reason, clause })

const clauses: Readonly<Record<LegalAct, string>> = {
  appoint: 'п. 2.4',
  reject: 'п. 2.7',
  noteNotice: 'п. 2.4',
  noteConfirmation: 'п. 2.5',
  cancelRefused: 'п. 2.6',
  cancelNotConfirmed: 'п. 2.6',
  noteCancellation: 'п. 2.6',
  move: 'пп. 3.3, 3.5',
  annul: 'п. 2.4',
}

const rules: Readonly<Record<LegalAct, (facts: ActFacts) => Refusal>> = {
  appoint: facts =>
    alreadyDecided(facts) ??
    (facts.consentsToData
      ? null
      : because('Нет согласия на обработку персональных данных: спросите его у гражданина и запишите.', 'п. 2.2')) ??
    (facts.isNamed ? null : because('Заявитель не назван: дополните заявку.', 'п. 2.2')),
  reject: alreadyDecided,
  noteNotice: facts =>
    notScheduled(facts) ??
    (facts.facts.validNoticeAt === null ? null : because('Уведомление о нынешнем времени приёма уже отправлено.')) ??
    (facts.hasLink ? null : because('Нет ссылки на встречу: она указывается в уведомлении.')),
  noteConfirmation: facts =>
    // What the citizen wrote before counts also where the room stands open already.
    (facts.step === 'waiting' ? null : notScheduled(facts)) ??
    alreadyConfirmed(facts) ??
    notNotified(facts, 'подтверждать пока нечего'),
  cancelRefused: ({ step, isBegun }) => {
    if (step === 'waiting' || step === 'scheduled') return null
    return step === 'moving' && !isBegun ? null : standsNot(step)
  },
  cancelNotConfirmed: facts =>
    (facts.step === 'moving'
      ? because('Приёму ищут другое время: ответа о прежнем больше не ждут.', 'п. 2.5')
      : null) ??
    notScheduled(facts) ??
    alreadyConfirmed(facts) ??
    notNotified(facts, 'срок ответа не идёт') ??
    termNotOver(facts.answerTerm) ??
    (facts.isAnswerUnjudged
      ? because('Есть ответ, полученный в срок и ещё не разобранный: сначала разберите его.', 'п. 2.5')
      : null) ??
    (facts.isMailSilent
      ? because('Почта давно не читается: ответ мог прийти. Сначала восстановите связь с ящиком.', 'п. 2.5')
      : null),
  noteCancellation: ({ step, untoldCancellationAt }) => {
    if (step !== 'cancelled') return because('Приём не отменён.')
    return untoldCancellationAt === null ? because('Об отмене сообщать не нужно или уже сообщено.') : null
  },
  move: ({ step, isBegun }) => {
    if (step === 'scheduled' || step === 'waiting' || step === 'moving') return null
    if (step === 'fault') return because('Отмечена неисправность: другое время согласуют в самом приёме.', 'п. 3.5')
    return isBegun && step !== null && !over.has(step) ? because('Приём уже начат.') : standsNot(step)
  },
  annul: alreadyDecided,
}

/** Every act with its permission, in the order of the enum. */
export const judgeActs = (facts: ActFacts): ActPermission[] => LegalAct.options.map(act => judgeAct(act, facts))

export function judgeAct(act: LegalAct, facts: ActFacts): ActPermission {
  const refusal = facts.isAnnulled ? because('Запись аннулирована как ошибочная.', 'п. 2.4') : rules[act](facts)
  return { act, permitted: refusal === null, clause: refusal?.clause ?? clauses[act], reason: refusal?.reason ?? null }
}

/** «Участие уже подтверждено (п. 2.6).»: why an act is refused; empty where it is permitted. */
export const refusalWords = ({ reason, clause }: Pick<ActPermission, 'reason' | 'clause'>): string =>
  reason === null ? '' : `${reason.replace(/\.$/u, '')} (${clause}).`

const over: ReadonlySet<ReceptionStepName> = new Set<ReceptionStepName>(['closed', 'cancelled', 'moved'])

function alreadyDecided({ step, facts }: ActFacts): Refusal {
  if (step !== null) return because('По заявке уже назначен приём.', 'п. 2.4')
  return facts.rejectedAt === null ? null : because('Заявка уже отклонена.', 'п. 2.7')
}

/** Why nothing can be said of a reception that is to come. */
function standsNot(step: ReceptionStepName | null): Refusal {
  if (step === null) return because('Приём не назначен.')
  if (step === 'cancelled') return because('Приём уже отменён.')
  if (step === 'closed') return because('Приём уже завершён.')
  if (step === 'moved') return because('Приём перенесён: решают о новом.')
  return because('Приём уже начат.')
}

const notScheduled = ({ step }: ActFacts): Refusal => {
  if (step === 'scheduled') return null
  if (step === 'moving') return because('Приёму ищут другое время.')
  return step === 'waiting' ? because('Комната открыта: гражданина уже ждут.') : standsNot(step)
}

const alreadyConfirmed = ({ facts }: ActFacts): Refusal =>
  facts.confirmedAt === null ? null : because('Участие уже подтверждено.', 'п. 2.5')

const notNotified = ({ facts }: ActFacts, what: string): Refusal =>
  facts.validNoticeAt === null
    ? because(`Уведомление о времени приёма не отправлено, не дошло или не отмечено: ${what}.`, 'п. 2.4')
    : null

function termNotOver(term: TermState | null): Refusal {
  if (term?.kind === 'overdue') return null
  if (term?.kind === 'running') {
    return because(`Срок подтверждения ещё идёт, по ${formatLocalDate(term.due.legalOn)} включительно.`, 'п. 2.5')
  }
  if (term?.kind === 'missingYear')
    return because(`Срок подтверждения не посчитать: ${missingYearText(term.year)}.`, 'п. 2.5')
  return because('Истёк ли срок подтверждения, неизвестно.', 'п. 2.5')
}
