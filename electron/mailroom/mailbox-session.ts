import type { ImapFlow } from 'imapflow'
import type { MailboxState } from '../../shared/contract/mailroom.ts'
import { isForPerson, type MailTrouble } from '../../shared/mailroom/mail-trouble.ts'
import type { Clock } from '../clock.ts'
import { type FetchDeps, fetchLetters } from './fetch-letters.ts'
import { openMailbox, troubleOf } from './imap-connection.ts'
import type { KeptMailbox } from './mailbox-store.ts'
import { makePause } from './pause.ts'

/** How often is asked and how long is waited, milliseconds. */
export interface MailPace {
  /** Also where IDLE works: connections die in silence (imapflow #13, #98). */
  readonly pollMs: number
  /** Every letter of the folder is looked for again: what could not be fetched at first. */
  readonly fullLookMs: number
  readonly firstRetryMs: number
  readonly longestRetryMs: number
}

export const usualPace: MailPace = {
  pollMs: 3 * 60_000,
  fullLookMs: 60 * 60_000,
  firstRetryMs: 5_000,
  longestRetryMs: 5 * 60_000,
}

/** One mailbox that is being read, for as long as the workstation runs. */
export interface MailboxSession {
  state(): MailboxState
  /** How long nothing has reached it, milliseconds, by the steady clock; 0 while it is connected. */
  silentMs(): number
  /** Hangs up; resolves when nothing of it runs any more. */
  close(): Promise<void>
}

export interface MailboxSessionDeps extends FetchDeps {
  readonly mailbox: KeptMailbox
  readonly clock: Clock
  readonly pace: MailPace
  readonly onChange: () => void
}

/** Connects, takes over what is there, stays in IDLE, asks now and then, and comes back after every cut. */
export function startMailboxSession(deps: MailboxSessionDeps): MailboxSession {
  const { mailbox, clock, pace, onChange } = deps
  const { log } = deps
  let state: MailboxState = { kind: 'connecting' }
  const pause = makePause()
  let client: ImapFlow | null = null
  let failures = 0
  let silentSinceMs: number | null = null
  const text = (ms: number) => new Date(ms).toISOString()

  function become(next: MailboxState): void {
    state = next
    if (!pause.isClosed()) onChange()
  }

  async function readWhileConnected(): Promise<void> {
    const opened = await openMailbox(mailbox, pace.pollMs)
    client = opened
    if (pause.isClosed()) return
    let news = false
    let cut = false
    // A client that was given up speaks of its end a little later: by then another wait may be going on.
    opened.on('exists', () => {
      news = true
      if (client === opened) pause.wake()
    })
    opened.on('close', () => {
      cut = true
      if (client === opened) pause.wake()
    })
    if (!opened.usable) throw troubleError()
    failures = 0
    silentSinceMs = null
    const since = text(clock.nowMs())
    become({ kind: 'connected', since, look: null })
    let seenUid: number | null = null
    let fullLookAtMs = 0
    while (!pause.isClosed()) {
      news = false
      const from: number | null = seenUid === null || clock.monotonicMs() >= fullLookAtMs ? null : seenUid + 1
      if (from === null) fullLookAtMs = clock.monotonicMs() + pace.fullLookMs
      const { highestUid, tally } = await fetchLetters(opened, mailbox, deps, from)
      seenUid = Math.max(seenUid ?? 0, highestUid)
      if (from === null && !cut) become({ kind: 'connected', since, look: tally })
      if (cut) throw troubleError()
      if (news || pause.isClosed()) continue
      await pause.wait(pace.pollMs)
      if (cut) throw troubleError()
      // Brings in what IDLE did not tell, and finds out whether anybody is there at all.
      if (!pause.isClosed() && !news) await opened.noop()
    }
  }

  async function run(): Promise<void> {
    while (!pause.isClosed()) {
      let trouble: MailTrouble
      try {
        await readWhileConnected()
        return
      } catch (error) {
        trouble = troubleOf(error)
      } finally {
        const given = client
        client = null
        given?.close()
      }
      if (pause.isClosed()) return
      failures += 1
      silentSinceMs ??= clock.monotonicMs()
      const retryMs = isForPerson(trouble)
        ? pace.longestRetryMs
        : Math.min(pace.firstRetryMs * 2 ** (failures - 1), pace.longestRetryMs)
      const nowMs = clock.nowMs()
      const since = state.kind === 'waiting' ? state.since : text(nowMs)
      log.warn({ mailboxId: mailbox.id, trouble, retryMs }, 'a mailbox cannot be read')
      become({ kind: 'waiting', trouble, since, retryAt: text(nowMs + retryMs) })
      await pause.wait(retryMs)
    }
  }

  const running = run()
  return {
    state: () => state,
    silentMs: () => (silentSinceMs === null ? 0 : clock.monotonicMs() - silentSinceMs),
    async close() {
      pause.close()
      client?.close()
      await running
    },
  }
}

const troubleError = (): Error => Object.assign(new Error('cut'), { code: 'EConnectionClosed' })
