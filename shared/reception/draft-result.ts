import { type DraftName, fillDraft } from '../regulation/draft.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { formatDate, formatDateTime, formatTime, localDate } from '../text/date-time.ts'
import { formatDuration } from '../text/duration.ts'
import { midSentence } from '../text/mid-sentence.ts'
import { genitiveText, nouns } from '../text/plural.ts'
import { callsSince, toMs } from './change.ts'
import type { OutcomeCode } from './event.ts'
import { isLampGround } from './grounds.ts'
import type { InstantText, ReceptionFacts, ReceptionState } from './state.ts'

export interface DraftRequest {
  readonly state: ReceptionState
  readonly regulation: Pick<Regulation, 'outcomes' | 'phrases' | 'limits'>
  readonly outcome: OutcomeCode
  /** IANA zone of the body. */
  readonly timeZone: string
  /** Stands for the end of a talk that has not ended yet. */
  readonly nowMs: number
}

/**
 * The draft of column 7 for an outcome, filled with what the program knows; what it cannot know stays as `{…}` (see
 * hasBlank). Throws when the regulation has no such outcome.
 */
export function draftResult(request: DraftRequest): string {
  const { regulation, outcome } = request
  const rule = regulation.outcomes.find(({ code }) => code === outcome)
  if (!rule) throw new Error(`The regulation has no outcome ${outcome}`)
  return fillDraft(rule.draft, valuesOf(request)).trim()
}

function valuesOf({ state, regulation, outcome, timeZone, nowMs }: DraftRequest): Record<DraftName, string | null> {
  const { facts } = state
  const { phrases, limits } = regulation
  const time = (moment: InstantText | null | undefined) => (moment == null ? null : formatTime(moment, timeZone))
  const end = facts.endedAt ?? new Date(nowMs).toISOString()
  const started = facts.connectedAt !== null
  return {
    date: formatDate(facts.connectedAt ?? facts.endedAt ?? facts.appointedAt, timeZone),
    from: time(facts.connectedAt),
    to: time(end),
    roomOpened: time(facts.roomOpenedAt),
    notice: time(facts.noticeGivenAt),
    method: facts.identification?.method == null ? null : phrases.method[facts.identification.method],
    identification: identificationText(facts, phrases),
    extensions: extensionsText(facts, phrases),
    appointedDate: formatDate(facts.appointedAt, timeZone),
    appointed: formatTime(facts.appointedAt, timeZone),
    noShow: genitiveText(limits.noShow.amount, nouns.minute),
    interruptedAt: time(facts.interruption?.at ?? end),
    reason: asPartOfSentence(facts.interruption?.reason ?? facts.identification?.reason),
    earlyReason: isLampGround(outcome) ? asPartOfSentence(facts.interruption?.reason) : null,
    clock: clockText(facts),
    fault: asPartOfSentence(facts.faults.at(-1)?.description),
    notHeld: started
      ? fillDraft(phrases.notHeld.duringTalk, { at: time(facts.faults.at(-1)?.from ?? end) })
      : phrases.notHeld.beforeStart,
    calls: isLampGround(outcome)
      ? callsText(callsOfWait(facts, timeZone), phrases, timeZone, true)
      : callsText(callsOf(facts, outcome), phrases, timeZone),
    refusedAt: time(facts.recordingRefusedAt),
    rightsExplained: time(facts.rightsExplainedAt),
    lostAt: time(facts.connectionLosses.at(-1)?.from),
    contact: facts.contactMeans === 'voice' ? null : phrases.contact[facts.contactMeans],
    presence: presenceText(facts, phrases),
    headInformed: time(facts.headInformedAt),
    emergencyServices: emergencyText(facts, phrases, timeZone),
    explanation: null,
  }
}

type Phrases = Regulation['phrases']

function identificationText(facts: ReceptionFacts, phrases: Phrases): string | null {
  const { identification } = facts
  if (identification?.result !== 'technicallyImpossible' && identification?.result !== 'refusedToShow') return null
  return fillDraft(phrases.identification[identification.result], { reason: asPartOfSentence(identification.reason) })
}

function extensionsText(facts: ReceptionFacts, phrases: Phrases): string | null {
  const minutes = facts.extensions.reduce((sum, extension) => sum + extension.minutes, 0)
  return minutes === 0 ? null : fillDraft(phrases.extensions, { minutes: String(minutes) })
}

/** The moment of the abuse on the time line of the recording: the first press marks it. */
function clockText({ connectedAt, warnings, interruption }: ReceptionFacts): string | null {
  const moment = warnings.at(-1) ?? interruption?.at
  return connectedAt === null || moment === undefined ? null : formatDuration(toMs(moment) - toMs(connectedAt))
}

/** «На приеме присутствовали: дочь (с согласия гражданина).»; who came and went twice is named once. */
function presenceText({ presentPersons }: ReceptionFacts, phrases: Phrases): string | null {
  if (presentPersons.length === 0) return null
  const { sentence, withConsent, withoutConsent } = phrases.presence
  const named = presentPersons.map(({ who, citizenConsents }) =>
    fillDraft(citizenConsents ? withConsent : withoutConsent, { who }),
  )
  return fillDraft(sentence, { who: [...new Set(named)].join(', ') })
}

/** «Вызваны экстренные службы: 103 в 09:10.» */
function emergencyText({ emergencyCalls }: ReceptionFacts, phrases: Phrases, timeZone: string): string | null {
  if (emergencyCalls.length === 0) return null
  const calls = emergencyCalls.map(({ service, at }) => `${service} в ${formatTime(at, timeZone)}`)
  return fillDraft(phrases.emergencyServices, { calls: calls.join(', ') })
}

/** The calls an outcome speaks of: an earlier one, about the connection, says nothing of another time. */
function callsOf(facts: ReceptionFacts, outcome: OutcomeCode): ReceptionFacts['calls'] {
  const since =
    outcome === 'fault'
      ? facts.faults.at(-1)?.from
      : outcome === 'connectionLost'
        ? facts.connectionLosses.at(-1)?.from
        : undefined
  return since === undefined ? facts.calls : callsSince(facts, since)
}

/** The calls of the day until the interruption: how a citizen who was waited for was called. */
function callsOfWait({ calls, interruption, appointedAt }: ReceptionFacts, timeZone: string): ReceptionFacts['calls'] {
  const until = interruption?.at ?? null
  return calls.filter(
    ({ at }) =>
      localDate(at, timeZone) === localDate(appointedAt, timeZone) && (until === null || toMs(at) <= toMs(until)),
  )
}

/** Tries in vain first, in one sentence with their times, then the call that reached the citizen, the last one or each. */
function callsText(calls: ReceptionFacts['calls'], phrases: Phrases, timeZone: string, each = false): string | null {
  const tries = calls.filter(({ result }) => result === 'notReached').map(({ at }) => formatTime(at, timeZone))
  const reached = calls.filter(({ result }) => result !== 'notReached').slice(each ? 0 : -1)
  const sentences: string[] = []
  if (tries.length > 0) sentences.push(fillDraft(phrases.calls.notReached, { at: tries.join(', ') }))
  for (const call of reached) {
    const agreedTime = call.agreedTime === null ? null : formatDateTime(call.agreedTime, timeZone)
    sentences.push(fillDraft(phrases.calls[call.result], { at: formatTime(call.at, timeZone), agreedTime }))
  }
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Typed words stand behind a colon or in brackets: without a capital of their own, and the draft sets the full stop. */
const asPartOfSentence = (text: string | null | undefined): string | null =>
  text == null ? null : midSentence(text.trim().replace(/\.+$/u, ''))
