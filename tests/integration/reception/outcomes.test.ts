import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cutAtBlanks } from '../../../renderer/features/session/blanks.ts'
import { putChoice } from '../../../renderer/features/session/closing-text.ts'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import type { OutcomeCode, ReceptionAction } from '../../../shared/reception/event.ts'
import { allowedOutcomes, draftResult, hasBlank, proposedOutcome } from '../../../shared/reception/outcomes.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { order121 } from '../../fixtures/calendars.ts'
import { columnSevenFacts } from '../../fixtures/column-seven.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { cancellationCases, cancelledText, type OutcomeCase, outcomeCases } from '../../fixtures/outcome-cases.ts'
import { signInAs } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { copyStaffedProfile } from '../../fixtures/prepared-profile.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'
import { armRecorderStandIn } from './recorder-stand-in.ts'

/**
 * Every way a reception can end, over the contract of a real workstation, with column 7 word for word. Four of them and a
 * cancellation go through the screens too, with the same words (tests/e2e/specs/session/outcomes.spec.ts).
 */
let directory: string
let supervisor: RunningSupervisor
let client: ContractClient
let disarm: () => void

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-outcomes-'))
  const profileDirectory = join(directory, 'profile')
  await copyStaffedProfile(profileDirectory)
  supervisor = await startSupervisor({ profileDirectory, environment: { TZ: timeZone } })
  client = await openContractClient(supervisor.link)
  await signInAs(client, 'specialist')
  disarm = await armRecorderStandIn(supervisor, client)
})
afterAll(async () => {
  disarm()
  client.close()
  await supervisor.stop()
  await rm(directory, { recursive: true, force: true })
})

const detailOf = (receptionId: string) => unwrap(client.calls.receptions.detail({ receptionId }))

async function recorder(): Promise<RecorderView> {
  const abort = new AbortController()
  for await (const news of await client.calls.workplace.watch(undefined, { signal: abort.signal })) {
    if (news.kind !== 'recorder') continue
    abort.abort()
    return news.recorder
  }
  throw new Error('the workstation told nothing about the recorder')
}

/** One press: refused where the page would have seen another state. */
async function act({ card }: ReceptionDetail, action: ReceptionAction): Promise<ReceptionDetail> {
  const { id: receptionId, state } = card
  const expectedSequence = state.nextSequence
  return unwrap(client.calls.receptions.act({ receptionId, expectedSequence, action, occurredAt: null }))
}

/** Ten minutes of п. 3.12 are over where `inMinutes` says so: nobody has to wait for them. */
async function appointed(familyName: string, inMinutes: number): Promise<ReceptionDetail> {
  const application = newApplication({ familyName, inMinutes, link: newMeetingLink() })
  return detailOf((await plantReception(client, join(directory, 'profile'), application)).receptionId)
}

/** The notice went out ten days ago and nothing came: the term of п. 2.5 is over. */
async function neverAnswered(familyName: string): Promise<ReceptionDetail> {
  const application = newApplication({ familyName, link: newMeetingLink() })
  const receivedOn = localDate(Date.now() - 10 * 86_400_000, timeZone)
  const fields = { ...application.fields, receivedOn }
  const { receptionId } = await plantReception(client, join(directory, 'profile'), { ...application, fields })
  await unwrap(
    client.calls.applications.mark({ receptionId, kind: 'noticeSent', occurredLocal: `${receivedOn}T10:00` }),
  )
  return detailOf(receptionId)
}

/** The line of the journal with its column 7. */
async function rowOf(familyName: string) {
  const filter = {
    search: familyName,
    from: null,
    to: null,
    outcomes: [],
    withoutResult: false,
    withoutRecording: false,
  }
  const { rows } = await unwrap(client.calls.journal.list({ filter, offset: 0, limit: 10 }))
  expect(rows).toHaveLength(1)
  return rows[0]
}

const titleOf = (code: OutcomeCode | null | undefined) =>
  order121.outcomes.find(outcome => outcome.code === code)?.title ?? null

/** The draft the screen shows for that outcome, its place filled as the screen fills it. */
function resultText({ card: { state } }: ReceptionDetail, outcome: OutcomeCode, words: OutcomeCase['words']): string {
  const draft = draftResult({ state, regulation: order121, outcome, timeZone, nowMs: Date.now() })
  if (words === null) return draft
  if ('usual' in words) {
    const choices = order121.outcomes.find(({ code }) => code === outcome)?.choices ?? []
    expect(choices).toContain(words.usual)
    return putChoice(draft, choices, words.usual)
  }
  const pieces = cutAtBlanks(draft)
  const place = pieces.find(({ blank }) => blank)
  return pieces.map(piece => (piece === place ? words.typed : piece.text)).join('')
}

test.each(outcomeCases)('$ending', async ({ familyName, title, actions, chosen, words, text }) => {
  let reception = await act(await appointed(familyName, -12), { kind: 'roomOpened' })
  await until('the room is chosen', recorder, ({ armed }) => armed)
  for (const action of actions) reception = await act(reception, action)
  const proposed = proposedOutcome(reception.card.state)
  const outcome = chosen ?? proposed
  if (outcome === null) throw new Error('nothing is proposed and nothing chosen')
  expect(proposed).toBe(chosen === undefined ? outcome : null)
  expect(allowedOutcomes(reception.card.state)).toContain(outcome)

  const written = resultText(reception, outcome, words)
  expect(hasBlank(written)).toBe(false)
  const closing = { kind: 'closed', outcome, resultText: written, needsWrittenReply: false } as const
  const { card, events } = await act(reception, closing)
  const row = await rowOf(familyName)
  expect(titleOf(row?.outcome)).toBe(title)
  expect(row?.result).toBe(text(columnSevenFacts({ card, events })))
  const began = events.some(({ action }) => action.kind === 'citizenConnected')
  expect(card.recordingId !== null).toBe(began)
})

test('every end of order № 121 is among them', () => {
  const titles = new Set([...outcomeCases.map(({ title }) => title)])
  const cancelled = ['cancelledRefused', 'cancelledNotConfirmed']
  expect([...titles].sort()).toEqual(
    order121.outcomes
      .filter(({ code }) => !cancelled.includes(code))
      .map(({ title }) => title)
      .sort(),
  )
})

test('a text with a place left is refused, and so is an outcome that does not fit', async () => {
  let reception = await act(await appointed('Фомин', -12), { kind: 'roomOpened' })
  const tooSoon = { kind: 'interrupted', ground: 'notConnected', reason: null } as const
  const { id, state: waiting } = reception.card
  const early = { receptionId: id, expectedSequence: waiting.nextSequence, action: tooSoon, occurredAt: null }
  expect(await client.calls.receptions.act(early)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  reception = await act(reception, { ...tooSoon, reason: 'следующий гражданин уже ждёт' })
  const { id: receptionId, state } = reception.card
  for (const [outcome, resultText] of [
    ['notConnected', 'Прием прерван: {…}.'],
    ['held', 'Личный прием проведен.'],
  ] as const) {
    const action = { kind: 'closed', outcome, resultText, needsWrittenReply: false } as const
    const request = { receptionId, expectedSequence: state.nextSequence, action, occurredAt: null }
    expect(await client.calls.receptions.act(request)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  }
})

test.each(cancellationCases)(
  '$familyName: cancelled before it began, $reason',
  async ({ familyName, reason, words }) => {
    const standing = reason === 'refused' ? await appointed(familyName, 0) : await neverAnswered(familyName)
    const { card, events } = await act(standing, { kind: 'cancelled', reason })
    const row = await rowOf(familyName)
    expect(row?.result).toBe(cancelledText(columnSevenFacts({ card, events }), words))
    expect(row?.recordingId).toBeNull()
    await until(
      'the day says so',
      () => unwrap(client.calls.receptions.day({ date: null })),
      ({ receptions }) => receptions.some(({ id, state }) => id === card.id && state.step.name === 'cancelled'),
    )
  },
)

test('a confirmed one and one nobody was told of are not cancelled for having not answered (п. 2.6)', async () => {
  const untold = await appointed('Фомин', 0)
  const confirmed = await neverAnswered('Хохлов')
  const marked = `${localDate(Date.now() - 9 * 86_400_000, timeZone)}T10:00`
  await unwrap(
    client.calls.applications.mark({ receptionId: confirmed.card.id, kind: 'confirmed', occurredLocal: marked }),
  )
  for (const [{ card }, words] of [
    [untold, 'Уведомление о времени приёма не отправлено'],
    [confirmed, 'Участие уже подтверждено'],
  ] as const) {
    const { id: receptionId, applicationId, state } = card
    const action = { kind: 'cancelled', reason: 'notConfirmed' } as const
    const refusal = { ok: false, fault: { code: 'refusedByRule', hint: expect.stringContaining(words) } }
    const expectedSequence = state.nextSequence
    expect(
      await client.calls.receptions.act({ receptionId, expectedSequence, action, occurredAt: null }),
    ).toMatchObject(refusal)
    expect(await client.calls.applications.cancel({ applicationId, reason: 'notConfirmed' })).toMatchObject(refusal)
  }
})
