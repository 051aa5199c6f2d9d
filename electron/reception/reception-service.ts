import type { Session } from '../../shared/contract/accounts.ts'
import type { Day, DayCard, ReceptionCard, ReceptionDetail } from '../../shared/contract/receptions.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { EventSource, ManualSource, ReceptionAction, ReceptionEvent } from '../../shared/reception/event.ts'
import type { HelpCards } from '../../shared/reception/help-cards.ts'
import { fold, initialState, next } from '../../shared/reception/next.ts'
import { refusalText } from '../../shared/reception/refusal-text.ts'
import { judgeSessionActs } from '../../shared/reception/session-acts.ts'
import type { ReceptionState, ReceptionStepName } from '../../shared/reception/state.ts'
import { wrongMoment } from '../../shared/reception/told-moments.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { readLink } from '../../shared/telemost/link.ts'
import { linkRefusalText } from '../../shared/telemost/link-text.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { RecordingService } from '../recording/recording-service.ts'
import { coveredIntervals } from './covered-intervals.ts'
import { type JournalOfReception, journalOfReception } from './journal-of-reception.ts'
import { type LinkRule, linkInUseText } from './link-rule.ts'
import type { MoveStore } from './move-store.ts'
import type { ReceptionRow, ReceptionRows } from './reception-rows.ts'
import { recordingEffect } from './recording-effects.ts'
import type { InTurn } from './turns.ts'

export interface ReceptionServiceDeps {
  readonly rows: ReceptionRows
  readonly recordings: Pick<RecordingService, 'begin' | 'continueFor' | 'finish' | 'mark' | 'documentInterval'>
  /** Forbids the destruction of a recording that is evidence of abuse (п. 3.12 абз. 4). */
  readonly holdForAbuse: (who: Session, recordingId: string) => void
  readonly regulation: Regulation
  readonly helpCards: HelpCards
  readonly roomInReceptions: () => number
  readonly movesTo: MoveStore['movesTo']
  /** Why its room may not be opened (the equipment check), or did not open, at this workplace; null = nothing is known. */
  readonly refusalOfRoom?: (
    receptionId: string,
    action: 'roomOpened' | 'citizenConnected',
  ) => Extract<Reply<never>, { ok: false }> | null
  /** Why it may not be cancelled on this ground (п. 2.6), from the facts; null = it may. Left out: only its own steps say. */
  readonly refusalToCancel?: (
    receptionId: string,
    reason: 'refused' | 'notConfirmed',
  ) => Promise<Extract<Reply<never>, { ok: false }> | null>
  readonly links: LinkRule
  readonly inTurn: InTurn
  /** A reception was opened, or the last one was ended. */
  readonly onOpenChanged: (open: boolean) => void
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** The receptions of a day and the one being held: every step is written before the screen shows it. */
export interface ReceptionService {
  day(who: Session, date: string | null): Reply<Day>
  detail(who: Session, receptionId: string): Reply<ReceptionDetail>
  act(who: Session, request: ActRequest): Promise<Reply<ReceptionDetail>>
  /** An event of the program itself (an interruption of the work); refusals are answered, never thrown. */
  note(who: Session, receptionId: string, action: ReceptionAction): Promise<Reply<ReceptionDetail>>
  /** п. 2.6: the citizen refused, at any time before the legal start; `alongside` joins the transaction. */
  cancelByCitizen(who: Session, request: RefusalOfCitizen, alongside: () => void): Promise<Reply<ReceptionDetail>>
  /** Takes a cancellation back that was judged from a letter a moment ago; `alongside` joins the transaction. */
  takeBackCancellation(who: Session, receptionId: string, alongside: () => void): Promise<Reply<null>>
  /** The citizen's address for an emergency service; the opening is an event. */
  revealAddress(who: Session, request: RevealRequest): Promise<Reply<{ address: string; detail: ReceptionDetail }>>
  helpCards(): Reply<HelpCards>
  saveNote(who: Session, request: { receptionId: string; note: string; over: string }): Reply<null>
  setLink(
    who: Session,
    request: { receptionId: string; link: string; reuseReason: string | null },
  ): Reply<ReceptionCard>
  open(): string | null
  /** Of the open ones the one that was touched last: the recorder is needed for it. Null = none is open. */
  inHand(): string | null
  /** Whether the citizen is (or should be) in the room: what is recorded now may go on. */
  isTalking(receptionId: string): boolean
  /** The same of any reception that is open. */
  isSomebodyTalking(): boolean
}

export interface ActRequest {
  readonly receptionId: string
  readonly expectedSequence: number
  readonly action: ReceptionAction
  readonly occurredAt: string | null
  readonly source: ManualSource
}

export type RefusalOfCitizen = Pick<ActRequest, 'receptionId' | 'source'> & { readonly occurredAt: string }
export type RevealRequest = Pick<ActRequest, 'receptionId' | 'expectedSequence'>
type StepRequest = Omit<ActRequest, 'source'>

export const notFound = () => refused('notFound', 'Такого приёма нет. Обновите список на экране «Сегодня».')
export const stale = () =>
  refused(
    'stale',
    'Приём уже изменился: это действие не записано. Посмотрите текущее состояние и повторите, если нужно.',
  )

export function makeReceptionService(deps: ReceptionServiceDeps): ReceptionService {
  const { rows, recordings, clock, inTurn } = deps
  const limits = (timeZone: string) => receptionLimits(deps.regulation, timeZone)
  const stateOf = (row: ReceptionRow, timeZone: string, history = rows.events(row.id)): ReceptionState =>
    fold(initialState({ appointedAt: row.appointedAt, specialistId: row.specialistId }), history, limits(timeZone))

  function cardOf(row: ReceptionRow, state: ReceptionState): ReceptionCard {
    const { appointedAt: _at, specialistId: _specialist, note: _note, createdAt: _created, ...shown } = row
    return { ...shown, state }
  }

  function lineOf(row: ReceptionRow, timeZone: string): DayCard {
    const { topic: _topic, ...line } = cardOf(row, stateOf(row, timeZone))
    return line
  }

  function detailOf(row: ReceptionRow, timeZone: string): ReceptionDetail {
    const history = rows.events(row.id)
    const state = stateOf(row, timeZone, history)
    const nowMs = clock.nowMs()
    // Of the same minute too: whichever of two is held first, the other comes next. Who waits already goes before.
    const following = rows
      .ofDay(localDate(row.appointedAt, timeZone))
      .find(
        other =>
          other.id !== row.id &&
          (other.appointedAt >= row.appointedAt || Date.parse(other.appointedAt) <= nowMs) &&
          rows.stepOf(other.id) === 'scheduled',
      )
    return {
      card: cardOf(row, state),
      events: [...history],
      acts: judgeSessionActs(state, nowMs, limits(timeZone)),
      next: following
        ? { receptionId: following.id, shortName: following.shortName, appointedAt: following.appointedAt }
        : null,
      note: row.note,
    }
  }

  let touched: string | null = null

  async function step(
    who: Session,
    request: StepRequest,
    source: EventSource,
    alongside?: () => void,
  ): Promise<Reply<ReceptionDetail>> {
    const row = rows.byId(request.receptionId)
    if (!row) return notFound()
    const { timeZone } = who.body
    const history = rows.events(row.id)
    const before = stateOf(row, timeZone, history)
    if (before.nextSequence !== request.expectedSequence) return stale()

    // A system clock that was set back must not stop the desk: time never runs backwards within one reception.
    const lastMs = Math.max(0, ...history.slice(-1).map(last => Date.parse(last.recordedAt)))
    const recordedAt = new Date(Math.max(clock.nowMs(), lastMs)).toISOString()
    const event: ReceptionEvent = {
      sequence: request.expectedSequence,
      occurredAt: request.occurredAt ?? recordedAt,
      recordedAt,
      authorId: who.account.id,
      source,
      action: request.action,
    }
    const moved = next(before, event, limits(timeZone), history)
    if (!moved.ok) return refused('refusedByRule', refusalText(moved.refusal))
    const after = moved.state
    const { kind } = request.action
    const needsRoom = kind === 'roomOpened' || kind === 'citizenConnected'
    const unfit = needsRoom ? (deps.refusalOfRoom?.(row.id, kind) ?? null) : null
    if (unfit) return unfit

    // Nothing is awaited between this and the writing: what was judged still holds.
    const barred =
      request.action.kind === 'cancelled' ? await deps.refusalToCancel?.(row.id, request.action.reason) : null
    if (barred) return barred

    const effect = recordingEffect(before, request.action, after)
    if (effect.before) {
      const ready = effect.before === 'begin' ? await recordings.begin(row.id) : await recordings.continueFor(row.id)
      if (!ready.ok) return ready
    }
    const journal = {
      ...journalOfReception({
        appointedAt: row.appointedAt,
        state: after,
        regulation: deps.regulation,
        timeZone,
        nowMs: clock.nowMs(),
        moves: deps.movesTo(row.id),
      }),
      ...holderOf(who, row, before, after),
    }
    const written = rows.append(row.id, event, journal, alongside)
    if (written === 'stale') return stale()

    if (effect.marker) recordings.mark(effect.marker, Date.parse(event.occurredAt))
    for (const { fromMs, toMs } of coveredIntervals(before, after)) recordings.documentInterval(fromMs, toMs)
    deps.announce({ kind: 'receptionChanged', receptionId: row.id })
    deps.announce({ kind: 'journalChanged' })
    touched = row.id
    deps.onOpenChanged(rows.openIds().length > 0)
    if (effect.finish) await recordings.finish(row.id)
    // Last: a hold that fails is told, and the recording is safe by then.
    if (effect.hold && row.recordingId !== null) deps.holdForAbuse(who, row.recordingId)
    return done(detailOf(rows.byId(row.id) ?? row, timeZone))
  }

  /** For what is true wherever the reception stands: no page has to have seen its latest event. */
  const stepFromHere = (
    who: Session,
    request: Omit<StepRequest, 'expectedSequence'>,
    source: EventSource,
    alongside?: () => void,
  ) =>
    inTurn(request.receptionId, async () => {
      const row = rows.byId(request.receptionId)
      if (!row) return notFound()
      const { nextSequence: expectedSequence } = stateOf(row, who.body.timeZone)
      return step(who, { ...request, expectedSequence }, source, alongside)
    })

  return {
    day(who, date) {
      const shown = date ?? localDate(new Date(clock.nowMs()).toISOString(), who.body.timeZone)
      const cards = rows.ofDay(shown).map(row => lineOf(row, who.body.timeZone))
      return done({ date: shown, receptions: cards, readiness: { roomInReceptions: deps.roomInReceptions() } })
    },
    detail(who, receptionId) {
      const row = rows.byId(receptionId)
      return row ? done(detailOf(row, who.body.timeZone)) : notFound()
    },
    act: async (who, request) =>
      ownActs.has(request.action.kind)
        ? refused('badInput', 'Эту отметку делает только сама программа. Ничего не записано.')
        : inTurn(request.receptionId, async () => {
            const row = rows.byId(request.receptionId)
            if (!row) return notFound()
            const { timeZone } = who.body
            const told = { ...request, state: stateOf(row, timeZone), createdAt: row.createdAt, timeZone }
            const wrong = wrongMoment(told)
            return wrong === null
              ? step(who, request, request.source)
              : refused('badInput', `${wrong}. Ничего не записано.`, { occurredAt: wrong })
          }),
    note: (who, receptionId, action) => stepFromHere(who, { receptionId, action, occurredAt: null }, 'program'),
    cancelByCitizen: (who, { receptionId, occurredAt, source }, alongside) => {
      const action = { kind: 'cancelled', reason: 'refused' } as const
      return stepFromHere(who, { receptionId, action, occurredAt }, source, alongside)
    },
    takeBackCancellation: (who, receptionId, alongside) =>
      inTurn(receptionId, async () => {
        const row = rows.byId(receptionId)
        if (!row) return notFound()
        const { timeZone } = who.body
        const history = rows.events(receptionId)
        const cancellation = history.at(-1)
        // Whatever came after it was built on it.
        if (cancellation?.action.kind !== 'cancelled') return stale()
        const recordedAt = new Date(Math.max(clock.nowMs(), Date.parse(cancellation.recordedAt))).toISOString()
        const undone: ReceptionEvent = {
          ...{ sequence: history.length, occurredAt: recordedAt, recordedAt, authorId: who.account.id, source: 'hand' },
          action: { kind: 'tickUndone', sequence: cancellation.sequence },
        }
        const state = stateOf(row, timeZone, [...history, undone])
        const journal = journalOfReception({
          ...{ appointedAt: row.appointedAt, state, regulation: deps.regulation, timeZone, nowMs: clock.nowMs() },
          moves: deps.movesTo(row.id),
        })
        if (rows.append(row.id, undone, journal, alongside) === 'stale') return stale()
        deps.announce({ kind: 'receptionChanged', receptionId })
        deps.announce({ kind: 'journalChanged' })
        deps.onOpenChanged(rows.openIds().length > 0)
        return done(null)
      }),
    revealAddress: (who, { receptionId, expectedSequence }) =>
      inTurn(receptionId, async () => {
        const address = rows.addressOf(receptionId)
        if (address === null) return notFound()
        const action: ReceptionAction = { kind: 'addressRevealed' }
        const written = await step(who, { receptionId, expectedSequence, action, occurredAt: null }, 'hand')
        return written.ok ? done({ address, detail: written.value }) : written
      }),
    helpCards: () => done(deps.helpCards),
    saveNote(who, { receptionId, ...note }) {
      if (!rows.byId(receptionId)) return notFound()
      return rows.saveNote(receptionId, note, who.account.id) === 'saved'
        ? done(null)
        : refused('stale', 'Заметку тем временем изменил другой сотрудник. Ваш текст не записан.')
    },
    setLink(who, { receptionId, link: text, reuseReason }) {
      const row = rows.byId(receptionId)
      if (!row) return notFound()
      const link = readLink(text)
      if (!link.ok)
        return refused('linkRefused', linkRefusalText(link.refusal), { link: linkRefusalText(link.refusal) })
      const { meetingNumber } = link
      const other = deps.links.takenBy(meetingNumber, row.applicationId)
      if (other !== null) {
        const { role, id: authorId } = who.account
        if (role !== 'head' || reuseReason === null) return linkInUse(other, role === 'head')
        deps.links.allow({ meetingNumber, applicationId: row.applicationId, reason: reuseReason, authorId })
      }
      rows.setLink(receptionId, link)
      deps.announce({ kind: 'receptionChanged', receptionId })
      const changed = rows.byId(receptionId) ?? row
      return done(cardOf(changed, stateOf(changed, who.body.timeZone)))
    },
    open: () => rows.openIds()[0] ?? null,
    inHand() {
      const open = rows.openIds()
      return open.find(id => id === touched) ?? open[0] ?? null
    },
    isTalking: receptionId => talking.has(rows.stepOf(receptionId)),
    isSomebodyTalking: () => rows.openIds().some(id => talking.has(rows.stepOf(id))),
  }
}

/** Column 6 names who really receives: the legal start says it, and a start taken back takes it back. */
function holderOf(
  who: Session,
  row: ReceptionRow,
  before: ReceptionState,
  after: ReceptionState,
): Pick<JournalOfReception, 'specialistName'> {
  const began = after.facts.connectedAt !== null
  if (began === (before.facts.connectedAt !== null)) return {}
  return { specialistName: began ? who.account.fullName : row.specialistName }
}

const linkInUse = (otherNumber: number, mayAllow: boolean) =>
  refused('linkInUse', `${linkInUseText(otherNumber)}. Ссылка не изменена.`, {
    link: linkInUseText(otherNumber),
    ...(mayAllow ? { reuseReason: 'Если это один и тот же приём, укажите причину' } : {}),
  })

/** What no page may write by itself: it follows from another act, or from what the program saw. */
const ownActs: ReadonlySet<ReceptionAction['kind']> = new Set(['workInterrupted', 'addressRevealed', 'moved'])

const talking: ReadonlySet<string | null> = new Set<ReceptionStepName>([
  'waiting',
  'notifying',
  'identifying',
  'consulting',
  'connectionLost',
  'fault',
])
