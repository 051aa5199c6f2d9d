import type pino from 'pino'
import type { OutboxState } from '../../shared/contract/notices.ts'
import { least } from '../../shared/extremes.ts'
import { backOffMs, isWaiting, type NoticeStanding, nextTryMs } from '../../shared/notices/notice-standing.ts'
import type { Clock } from '../clock.ts'
import { composeNotice } from './compose.ts'
import type { MailSender, SendResult } from './mail-sender.ts'
import type { NoticeRowStored, NoticeStore } from './notice-store.ts'
import type { StoredServer } from './server-store.ts'

export interface OutboxDeps {
  readonly store: NoticeStore
  readonly server: () => StoredServer | null
  readonly sender: MailSender
  /** When the reception of a notice begins; null: it has none. ISO instant. */
  readonly appointedAt: (receptionId: string) => string | null
  /** What it tells may still be taken back: it waits a moment longer. */
  readonly isHeld?: (receptionId: string | null) => boolean
  /** Forms one anew whose words have grown old; answers whether it did. */
  readonly renew: (notice: NoticeRowStored) => boolean
  readonly onChanged: () => void
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
}

/**
 * The outbox: sends what waits, one letter at a time, those that never failed first, then the oldest. It lives in the
 * database, this only works it off. It stops where signing in or the sender is refused, or where two different recipients
 * are refused alike: what is refused of one letter is that letter's. Within a run waits are counted by the steady clock.
 */
export interface OutboxRunner {
  /** What a stopped program left open is told and made up for; once, at the start. */
  resume(): void
  /** Once a second. */
  tick(): void
  /** Looks at once, without the waiting times of a failure. */
  sendSoon(): void
  /** The settings are others: a stop is lifted. */
  tryNow(): void
  state(): { readonly state: OutboxState; readonly reason: string; readonly nextTryAt: string | null }
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>
  /** Waits a little for the letter on its way; a longer one is made up for after the next start. */
  close(): Promise<void>
}

/** The database is asked at least so often, whatever the clock of the computer does. */
const lookAgainMs = 30_000
const closeMs = 5_000
/** A talk and the wait before it are over by then. */
const linkUsefulMs = 60 * 60_000
const cutText = 'Программа остановилась во время отправки: неизвестно, ушло ли'
const twiceAlike = 'Сервер одинаково отказал двум разным получателям'
const notComposed: SendResult = {
  ...{ outcome: 'refused', concerns: 'notice' },
  answer: 'Письмо не составлено: проверьте адрес получателя и отправителя',
}

export function makeOutbox(deps: OutboxDeps): OutboxRunner {
  const { store, clock, log } = deps
  let running: Promise<void> | null = null
  let again = false
  let closed = false
  let lookAtMonotonicMs = 0
  /** Wrong settings: nothing goes out before somebody acts. */
  let stopped: string | null = null
  /** Server or network: when it is asked again. */
  let pause: { untilMonotonicMs: number; reason: string } | null = null
  let failuresInRow = 0
  /** When a letter that was put off is tried again; `since` tells which failure it waits for. */
  const waits = new Map<string, { readonly since: string; readonly untilMonotonicMs: number }>()
  /** The last refusal that may be of every letter; forgotten when a letter goes out. */
  let refusal: { readonly alike: string; readonly toAddress: string } | null = null

  /** A letter that failed before never stands in front of the others. */
  function inOrder(): NoticeRowStored[] {
    const failed = (id: string) => {
      const { failures, cuts } = store.standing(id)
      return failures + cuts
    }
    return store
      .open('waiting')
      .map(notice => ({ notice, failures: failed(notice.id) }))
      .sort((one, other) => one.failures - other.failures)
      .map(({ notice }) => notice)
  }

  async function work(): Promise<void> {
    for (const notice of inOrder()) {
      if (closed || stopped !== null || isPaused()) return
      const server = deps.server()
      if (server === null || !server.isOn) return
      if (dropped(notice) || !isDue(notice)) continue
      await sendOne(notice, server)
    }
  }

  const isPaused = () => pause !== null && clock.monotonicMs() < pause.untilMonotonicMs

  /** How long a letter still waits, milliseconds. Of an earlier run no longer than its whole back-off, whatever the clock says. */
  function waitMs(id: string, standing: NoticeStanding): number {
    const { kind, since, failures } = standing
    if (kind !== 'deferred' || since === null) return 0
    let wait = waits.get(id)
    if (wait?.since !== since) {
      const leftMs = Math.min(Math.max(0, nextTryMs(standing) - clock.nowMs()), backOffMs(failures))
      wait = { since, untilMonotonicMs: clock.monotonicMs() + leftMs }
      waits.set(id, wait)
    }
    return Math.max(0, wait.untilMonotonicMs - clock.monotonicMs())
  }

  function isDue({ id, receptionId }: NoticeRowStored): boolean {
    if (deps.isHeld?.(receptionId)) return false
    const standing = store.standing(id)
    return isWaiting(standing) && standing.kind !== 'sending' && waitMs(id, standing) === 0
  }

  /** Does not go out any more: a later one says it better, or the reception has begun. */
  function dropped(notice: NoticeRowStored): boolean {
    const { id: noticeId, kind, receptionId } = notice
    const beginsAt = receptionId === null ? null : deps.appointedAt(receptionId)
    // The link is sent once more to whoever does not find the room: of use for a while after the beginning.
    const usefulMs = store.isLinkAgain(noticeId) ? linkUsefulMs : 0
    const isLate = beginsAt !== null && kind !== 'cancellation' && Date.parse(beginsAt) + usefulMs <= clock.nowMs()
    const why = store.isSuperseded(notice) ? 'withdrawn' : isLate ? 'late' : null
    if (why === null) {
      if (!isDue(notice) || !deps.renew(notice)) return false
      again = true
      deps.onChanged()
      return true
    }
    store.addFact({ noticeId, kind: why, authorId: null, detail: '' })
    deps.onChanged()
    return true
  }

  async function sendOne(notice: NoticeRowStored, server: StoredServer): Promise<void> {
    const letter = await composeNotice(notice, store.attachments(notice.id), server).catch((error: unknown) => {
      log.error({ noticeId: notice.id, error: error instanceof Error ? error.name : 'unknown' }, 'no letter was made')
      return null
    })
    const number = store.begin(notice.id)
    deps.onChanged()
    const result = letter === null ? notComposed : await deps.sender.send(server, letter, notice.toAddress, notice.id)
    // The database is closed: the try stays open and is told at the next start.
    if (closed) return
    store.end(notice.id, number, result.outcome, result.answer)
    learn(notice, result)
    deps.onChanged()
  }

  /** What the end of a try means for the letters after it. */
  function learn({ id: noticeId, toAddress }: NoticeRowStored, result: SendResult): void {
    waits.delete(noticeId)
    if (result.outcome === 'accepted') {
      pause = null
      failuresInRow = 0
      refusal = null
      return
    }
    const standing = store.standing(noticeId)
    if (standing.kind === 'deferred' && standing.since !== null) {
      const untilMonotonicMs = clock.monotonicMs() + backOffMs(standing.failures)
      waits.set(noticeId, { since: standing.since, untilMonotonicMs })
    }
    const { outcome, concerns, answer, alike } = result
    log.warn({ noticeId, outcome, concerns }, 'a notice was not sent')
    if (concerns === 'settings') stopped = answer
    if (concerns === 'server') {
      failuresInRow += 1
      pause = { untilMonotonicMs: clock.monotonicMs() + backOffMs(failuresInRow), reason: answer }
    }
    if (alike === undefined) return
    const isOther = refusal !== null && refusal.toAddress.toLowerCase() !== toAddress.toLowerCase()
    if (isOther && refusal?.alike === alike) stopped = `${twiceAlike}. ${answer}`
    refusal = { alike, toAddress }
  }

  function look(): void {
    if (closed) return
    if (running !== null) {
      again = true
      return
    }
    lookAtMonotonicMs = clock.monotonicMs() + lookAgainMs
    running = work()
      .catch(error => log.error({ error: String(error) }, 'the outbox could not be worked off'))
      .finally(() => {
        running = null
        if (again) {
          again = false
          look()
        }
      })
  }

  /** In so many milliseconds something is due; null: nothing waits. */
  function nextDueMs(): number | null {
    const nextMs = least(store.open('waiting').map(({ id }) => waitMs(id, store.standing(id))))
    const pausedMs = pause === null ? 0 : Math.max(0, pause.untilMonotonicMs - clock.monotonicMs())
    return nextMs === null ? null : Math.max(nextMs, pausedMs)
  }

  return {
    resume() {
      const cut = store.endCut(cutText)
      if (cut > 0) log.warn({ cut }, 'tries of the last run have no end')
      look()
    },
    tick() {
      if (running !== null) return
      const pauseIsOver = pause !== null && !isPaused()
      if (pauseIsOver || clock.monotonicMs() >= lookAtMonotonicMs) look()
    },
    sendSoon: look,
    tryNow() {
      stopped = null
      pause = null
      failuresInRow = 0
      refusal = null
      look()
    },
    state() {
      const server = deps.server()
      if (server === null) return { state: 'noServer', reason: '', nextTryAt: null }
      if (!server.isOn) return { state: 'turnedOff', reason: '', nextTryAt: null }
      if (stopped !== null) return { state: 'stopped', reason: stopped, nextTryAt: null }
      const next = nextDueMs()
      const nextTryAt = next === null || next === 0 ? null : new Date(clock.nowMs() + next).toISOString()
      return pause !== null && failuresInRow > 0
        ? { state: 'unreachable', reason: pause.reason, nextTryAt }
        : { state: 'ready', reason: '', nextTryAt }
    },
    async idle() {
      while (running !== null) await running
    },
    async close() {
      again = false
      const timeLimit = new Promise<void>(resolve => setTimeout(resolve, closeMs).unref())
      await Promise.race([running ?? Promise.resolve(), timeLimit])
      closed = true
    },
  }
}
