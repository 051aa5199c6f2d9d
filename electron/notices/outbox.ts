import type pino from 'pino'
import type { OutboxState } from '../../shared/contract/notices.ts'
import { backOffMs, isWaiting, nextTryMs } from '../../shared/notices/notice-standing.ts'
import type { Clock } from '../clock.ts'
import { composeNotice } from './compose.ts'
import type { MailSender } from './mail-sender.ts'
import type { NoticeRowStored, NoticeStore } from './notice-store.ts'
import type { StoredServer } from './server-store.ts'

export interface OutboxDeps {
  readonly store: NoticeStore
  readonly server: () => StoredServer | null
  readonly sender: MailSender
  /** When the reception of a notice begins; null: it has none. ISO instant. */
  readonly appointedAt: (receptionId: string) => string | null
  /** Forms one anew whose words have grown old; answers whether it did. */
  readonly renew: (notice: NoticeRowStored) => boolean
  readonly onChanged: () => void
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
}

/** The outbox: sends what waits, one letter at a time, the oldest first. It lives in the database, this only works it off. */
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
const cutText = 'Программа остановилась во время отправки: неизвестно, ушло ли'

export function makeOutbox(deps: OutboxDeps): OutboxRunner {
  const { store, clock, log } = deps
  let running: Promise<void> | null = null
  let again = false
  let closed = false
  let lookAtMonotonicMs = 0
  /** Wrong settings: nothing goes out before somebody acts. */
  let stopped: string | null = null
  /** Server or network: when it is asked again, by the wall clock. */
  let pause: { untilMs: number; reason: string } | null = null
  let failuresInRow = 0

  async function work(): Promise<void> {
    for (const notice of store.open('waiting')) {
      if (closed || stopped !== null || isPaused()) return
      const server = deps.server()
      if (server === null || !server.isOn) return
      if (dropped(notice) || !isDue(notice)) continue
      await sendOne(notice, server)
    }
  }

  const isPaused = () => pause !== null && clock.nowMs() < pause.untilMs

  function isDue({ id }: NoticeRowStored): boolean {
    const standing = store.standing(id)
    return isWaiting(standing) && standing.kind !== 'sending' && nextTryMs(standing) <= clock.nowMs()
  }

  /** Does not go out any more: a later one says it better, or the reception has begun. */
  function dropped(notice: NoticeRowStored): boolean {
    const { id: noticeId, kind, receptionId } = notice
    const beginsAt = receptionId === null ? null : deps.appointedAt(receptionId)
    const isLate = beginsAt !== null && kind !== 'cancellation' && Date.parse(beginsAt) <= clock.nowMs()
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
    const letter = await composeNotice(notice, store.attachments(notice.id), server)
    const number = store.begin(notice.id)
    deps.onChanged()
    const result = await deps.sender.send(server, letter, notice.toAddress, notice.id)
    // The database is closed: the try stays open and is told at the next start.
    if (closed) return
    store.end(notice.id, number, result.outcome, result.answer)
    if (result.outcome === 'accepted') {
      pause = null
      failuresInRow = 0
    } else {
      log.warn({ noticeId: notice.id, outcome: result.outcome, concerns: result.concerns }, 'a notice was not sent')
      if (result.concerns === 'settings') stopped = result.answer
      if (result.concerns === 'server') {
        failuresInRow += 1
        pause = { untilMs: clock.nowMs() + backOffMs(failuresInRow), reason: result.answer }
      }
    }
    deps.onChanged()
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

  /** Something is due: worth asking the database. */
  function nextDueMs(): number | null {
    const times = store.open('waiting').map(({ id }) => nextTryMs(store.standing(id)))
    return times.length === 0 ? null : Math.max(Math.min(...times), pause?.untilMs ?? 0)
  }

  return {
    resume() {
      const cut = store.endCut(cutText)
      if (cut > 0) log.warn({ cut }, 'tries of the last run have no end')
      look()
    },
    tick() {
      if (running !== null) return
      const pauseIsOver = pause !== null && clock.nowMs() >= pause.untilMs
      if (pauseIsOver || clock.monotonicMs() >= lookAtMonotonicMs) look()
    },
    sendSoon: look,
    tryNow() {
      stopped = null
      pause = null
      failuresInRow = 0
      look()
    },
    state() {
      const server = deps.server()
      if (server === null) return { state: 'noServer', reason: '', nextTryAt: null }
      if (!server.isOn) return { state: 'turnedOff', reason: '', nextTryAt: null }
      if (stopped !== null) return { state: 'stopped', reason: stopped, nextTryAt: null }
      const next = nextDueMs()
      const nextTryAt = next === null || next <= clock.nowMs() ? null : new Date(next).toISOString()
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
