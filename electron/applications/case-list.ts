import type { ApplicationFacts } from '../../shared/calendar/application-events.ts'
import type { CaseGroup, CaseLine, CasePage, CaseRequest } from '../../shared/contract/cases.ts'
import type { LetterLine } from '../../shared/contract/mailroom.ts'
import type { SigningItem } from '../../shared/contract/rejections.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { LetterStore, StoredLetter } from '../mailroom/letter-store.ts'
import type { NoticeStore } from '../notices/notice-store.ts'
import type { OutboxRunner } from '../notices/outbox.ts'
import type { UnjudgedReply } from '../replies/reply-service.ts'
import type { JudgedApplication, TermService } from '../terms/term-service.ts'
import { type CaseRow, type CaseRows, lineOfRow } from './case-rows.ts'
import { type JudgedCase, judgeCase } from './judge-case.ts'

export interface CaseListDeps {
  readonly rows: CaseRows
  readonly terms: Pick<TermService, 'open' | 'ofReceipt'>
  /** Decisions that wait for a signature, or for being sent. */
  readonly rejections: { waiting(): readonly Pick<SigningItem, 'applicationId' | 'state'>[] }
  readonly notices: Pick<NoticeStore, 'open'>
  readonly outbox: Pick<OutboxRunner, 'state'>
  readonly letters: Pick<LetterStore, 'waiting' | 'byIds'>
  /** The lines of letters, read as they are now. */
  readonly linesOf: (letters: readonly StoredLetter[]) => Promise<readonly LetterLine[]>
  /** Resolves when a search finds every letter there is. */
  readonly indexLetters: () => Promise<void>
  /** Answers nobody has judged; those that came since are read first. */
  readonly replies: { refresh(): Promise<void>; unjudged(): readonly UnjudgedReply[] }
  readonly place: () => Place
  readonly clock: Clock
}

/** «Заявки»: letters, applications, answers and notices as the cases they are of. */
export interface CaseList {
  cases(request: CaseRequest): Promise<Reply<CasePage>>
  ofApplication(applicationId: string): Promise<Reply<CaseLine>>
}

/** An open case before its line is read. */
interface OpenCase extends JudgedCase {
  readonly kind: CaseLine['kind']
  readonly id: string
  readonly pressing: CaseLine['pressing']
  /** What it is put in order by, where no term presses. */
  readonly elseMs: number
  readonly letter: StoredLetter | null
  readonly reply: UnjudgedReply | null
}

export function makeCaseList(deps: CaseListDeps): CaseList {
  const { rows, terms, clock, place } = deps

  /** Every case that waits for us or for the citizen, the nearest end of a term first. */
  async function openCases(): Promise<OpenCase[]> {
    await deps.replies.refresh()
    const unjudged = deps.replies.unjudged()
    return [...ofApplications(unjudged), ...ofLetters(unjudged)].sort(byEnd)
  }

  function ofApplications(unjudged: readonly UnjudgedReply[]): OpenCase[] {
    const judged = new Map(terms.open().map(one => [one.application.applicationId, one]))
    const known = rows.of([...judged.keys()])
    const still = rows.stillWaiting().filter(({ id }) => !judged.has(id))
    const failed = new Set(deps.notices.open('failed').map(({ applicationId }) => applicationId))
    const waiting = new Set(deps.notices.open('waiting').map(({ applicationId }) => applicationId))
    const rejections = new Map(deps.rejections.waiting().map(({ applicationId, state }) => [applicationId, state]))
    const replied = new Set(unjudged.map(({ applicationId }) => applicationId))
    const outbox = deps.outbox.state().state
    const caseOf = (row: CaseRow): OpenCase => {
      const own = judged.get(row.id)
      const dueMs = row.appointed_at === null ? Number.MAX_SAFE_INTEGER : Date.parse(row.appointed_at)
      return {
        ...judgeCase({
          ...{ isAnnulled: row.annulled === 1, step: row.step, hasLink: own?.application.hasLink ?? true },
          ...{ isDue: dueMs <= clock.nowMs(), facts: own?.application.facts ?? overFacts },
          ...{ hasReply: replied.has(row.id), rejection: rejections.get(row.id) ?? null },
          notice: failed.has(row.id) ? 'failed' : waiting.has(row.id) ? 'waiting' : null,
          isOutboxStill: outbox !== 'ready' && outbox !== 'unreachable',
          isAnswerOverdue: own !== undefined && isAnswerOverdue(own),
          lacksWrittenReply: row.lacks_written_reply === 1,
          isCancellationUntold: row.untold_cancellation_at !== null,
        }),
        ...{ kind: 'application', id: row.id, pressing: own === undefined ? null : pressingOf(own.terms) },
        ...{ elseMs: dueMs, letter: null, reply: null },
      }
    }
    return [...known, ...still].map(caseOf).filter(({ group }) => group !== 'done')
  }

  function ofLetters(unjudged: readonly UnjudgedReply[]): OpenCase[] {
    const orphans = unjudged.filter(({ applicationId }) => applicationId === null)
    // What is no more than an answer stands with its application; an application that came with an answer is its own case.
    const onlyAnswers = new Set(unjudged.filter(({ kind }) => kind !== 'application').map(({ letterId }) => letterId))
    const ofOrphans = orphans.map((reply): OpenCase => {
      const elseMs = Date.parse(reply.receivedAt)
      const judged = { group: 'toDo', step: 'judgeReply' } as const
      return { ...judged, kind: 'reply', id: reply.letterId, pressing: null, elseMs, letter: null, reply }
    })
    const { timeZone } = place()
    const toRead = deps.letters.waiting().filter(({ id }) => !onlyAnswers.has(id))
    return [
      ...ofOrphans,
      ...toRead.map((letter): OpenCase => {
        // When a file that was added came nobody knows: no term is counted by it.
        const isDated = letter.receiptSource !== 'taken'
        const receivedOn = localDate(letter.receivedAt, timeZone)
        return {
          ...{ kind: 'letter', id: letter.id, group: 'toDo', step: 'readLetter' },
          pressing: isDated ? pressingOf(terms.ofReceipt(receivedOn)) : null,
          ...{ elseMs: Date.parse(letter.receivedAt), letter, reply: null },
        }
      }),
    ]
  }

  /** The open ones that a search finds. */
  async function search(open: readonly OpenCase[], text: string): Promise<readonly OpenCase[]> {
    await deps.indexLetters()
    const idsOf = (isWanted: (kind: CaseLine['kind']) => boolean) =>
      open.flatMap(({ kind, id }) => (isWanted(kind) ? [id] : []))
    const found = rows.found(text, {
      applicationIds: idsOf(kind => kind === 'application'),
      // An answer is found by its letter.
      letterIds: idsOf(kind => kind !== 'application'),
    })
    return open.filter(({ id }) => found.has(id))
  }

  /** The lines of one page, in its order. */
  async function linesOf(page: readonly (OpenCase | OverCase)[]): Promise<CaseLine[]> {
    const { timeZone } = place()
    const ids = page.flatMap(({ kind, id }) => (kind === 'application' ? [id] : []))
    const ofApplication = new Map(rows.of(ids).map(row => [row.id, row]))
    const known = page.flatMap(({ letter }) => letter ?? [])
    const letters = [
      ...known,
      ...deps.letters.byIds(page.flatMap(({ kind, id, letter }) => (kind === 'letter' && letter === null ? [id] : []))),
    ]
    const ofLetter = new Map((await deps.linesOf(letters)).map(line => [line.id, line]))
    return page.flatMap((one): CaseLine | readonly CaseLine[] => {
      const row = ofApplication.get(one.id)
      if (one.kind === 'application') return row === undefined ? [] : lineOfApplication(one, row)
      if ('reply' in one && one.reply !== null) return lineOfReply(one, one.reply, timeZone)
      const letter = ofLetter.get(one.id)
      return letter === undefined ? [] : lineOfLetter(one, letter, timeZone)
    })
  }

  return {
    async ofApplication(applicationId) {
      await deps.replies.refresh()
      const open = ofApplications(deps.replies.unjudged()).find(({ id }) => id === applicationId)
      const [line] = await linesOf([open ?? { kind: 'application', id: applicationId, letter: null }])
      return line === undefined ? refused('notFound', 'Такой заявки нет. Обновите список.') : done(line)
    },
    async cases({ group, text, offset, limit }) {
      const open = await openCases()
      const openIds = open.flatMap(({ kind, id }) => (kind === 'application' ? [id] : []))
      const found = text === '' ? open : await search(open, text)
      const countOf = (wanted: CaseGroup) => open.filter(one => one.group === wanted).length
      const everythingOver = rows.countOver({ openIds, text: null })
      const asked = { openIds, text: text === '' ? null : text }
      const shownOpen =
        group === null
          ? [...found.filter(one => one.group === 'toDo'), ...found.filter(one => one.group === 'awaiting')]
          : found.filter(one => one.group === group)
      const withOver = group === null || group === 'done'
      const totalOver = !withOver ? 0 : text === '' ? everythingOver : rows.countOver(asked)
      const onPage = shownOpen.slice(offset, offset + limit)
      const over = withOver
        ? rows.over(asked, { offset: Math.max(0, offset - shownOpen.length), limit: limit - onPage.length })
        : []
      return done({
        total: shownOpen.length + totalOver,
        rows: await linesOf([...onPage, ...over.map(({ kind, id }): OverCase => ({ kind, id, letter: null }))]),
        counts: { toDo: countOf('toDo'), awaiting: countOf('awaiting'), done: everythingOver },
      })
    },
  }
}

/** A case that is over, before its line is read. */
interface OverCase {
  readonly kind: 'application' | 'letter'
  readonly id: string
  readonly letter: null
}

const standing = (one: OpenCase | OverCase): Pick<CaseLine, 'group' | 'step' | 'pressing'> | null =>
  'group' in one ? { group: one.group, step: one.step, pressing: one.pressing } : null

function lineOfApplication(one: OpenCase | OverCase, row: CaseRow): CaseLine {
  const over =
    row.annulled === 1 ? 'annulled' : row.step === null ? 'rejected' : row.step === 'cancelled' ? 'cancelled' : 'closed'
  return { ...lineOfRow(row), ...(standing(one) ?? { group: 'done', step: over, pressing: null }) }
}

function lineOfLetter(one: OpenCase | OverCase, letter: LetterLine, timeZone: string): CaseLine {
  const over = letter.setAside === null ? 'machineLetter' : 'setAside'
  return {
    ...{ kind: 'letter', id: letter.id, journalNumber: null, name: letter.sender || letter.senderAddress, topic: '' },
    ...{ receivedOn: localDate(letter.receivedAt, timeZone), appointedAt: null, isRepeated: false },
    missing: letter.missing,
    ...(standing(one) ?? { group: 'done', step: over, pressing: null }),
  }
}

const lineOfReply = (one: OpenCase, { sender, receivedAt }: UnjudgedReply, timeZone: string): CaseLine => ({
  ...{ kind: 'reply', id: one.id, journalNumber: null, name: sender, topic: '' },
  ...{ receivedOn: localDate(receivedAt, timeZone), appointedAt: null, isRepeated: false, missing: null },
  ...{ group: one.group, step: one.step, pressing: null },
})

/** Of an application no term runs of: nothing is open by them. */
const overFacts: Pick<ApplicationFacts, 'validNoticeAt' | 'confirmedAt' | 'rejectedAt' | 'rejectionSentAt'> = {
  ...{ validNoticeAt: '', confirmedAt: '', rejectedAt: '', rejectionSentAt: '' },
}

const isAnswerOverdue = ({ terms }: JudgedApplication): boolean =>
  terms.some(({ term, state }) => term.endEvent === 'confirmationReceived' && state.kind === 'overdue')

/** The term that ends first of those that run or are over; one that cannot be counted goes before all. */
function pressingOf(terms: JudgedApplication['terms']): CaseLine['pressing'] {
  const pressing = terms
    .filter(({ state }) => ['running', 'overdue', 'missingYear'].includes(state.kind))
    .sort((one, other) => endMs(one.state) - endMs(other.state))[0]
  return pressing ? { rule: pressing.term, state: pressing.state } : null
}

const endMs = (state: JudgedApplication['terms'][number]['state']): number =>
  state.kind === 'running' || state.kind === 'overdue' ? Date.parse(state.due.legalAt) : 0

function byEnd(one: OpenCase, other: OpenCase): number {
  const ends = ({ pressing, elseMs }: OpenCase) => (pressing === null ? elseMs : endMs(pressing.state))
  return ends(one) - ends(other)
}
