import type pino from 'pino'
import type { Manifest, Slip } from '../../shared/recording/slip.ts'

export type SealState =
  | { readonly kind: 'sealing' }
  | { readonly kind: 'sealed'; readonly manifest: Manifest; readonly slip: Slip }
  | { readonly kind: 'sealFailed'; readonly trouble: string }

export interface SealQueueDeps {
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  readonly onState: (recordingId: string, state: SealState) => void
  readonly log: pino.Logger
  /** Milliseconds between the attempts to seal a recording; the last one is kept to. */
  readonly retryAfterMs?: readonly number[]
}

/** Soon for what passes (a scanner, a full disk that is being cleared), then rarely for what needs a person. */
const usualRetriesMs = [30_000, 120_000, 600_000, 1_800_000]

/** Seals one recording after another in the background, so that the next citizen never waits for it. */
export interface SealQueue {
  /** Does nothing for a recording already in the queue. */
  add(recordingId: string, directory: string): void
  /** Aborts the running seal; it is restartable and is taken up at the next start. */
  close(): Promise<void>
}

export function makeSealQueue({ seal, onState, log, retryAfterMs = usualRetriesMs }: SealQueueDeps): SealQueue {
  const abort = new AbortController()
  const queued = new Set<string>()
  const failures = new Map<string, number>()
  const waiting = new Set<NodeJS.Timeout>()
  let tail: Promise<void> = Promise.resolve()

  async function run(recordingId: string, directory: string): Promise<void> {
    if (abort.signal.aborted) return
    const startedAt = performance.now()
    try {
      const sealed = await seal(directory, abort.signal)
      failures.delete(recordingId)
      onState(recordingId, { kind: 'sealed', ...sealed })
      log.info({ recordingId, verdict: sealed.slip.verdict, ms: Math.round(performance.now() - startedAt) }, 'sealed')
    } catch (error) {
      if (abort.signal.aborted) return
      log.error({ recordingId, error: error instanceof Error ? error.message : String(error) }, 'seal failed')
      onState(recordingId, {
        kind: 'sealFailed',
        trouble: 'Проверка записи не завершена; исходные части сохранены на диске. Программа повторит попытку сама.',
      })
      tryAgainLater(recordingId, directory)
    } finally {
      queued.delete(recordingId)
    }
  }

  function tryAgainLater(recordingId: string, directory: string): void {
    const failed = failures.get(recordingId) ?? 0
    failures.set(recordingId, failed + 1)
    const pauseMs = retryAfterMs[Math.min(failed, retryAfterMs.length - 1)]
    if (pauseMs === undefined) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      add(recordingId, directory)
    }, pauseMs)
    waiting.add(timer)
  }

  function add(recordingId: string, directory: string): void {
    if (queued.has(recordingId)) return
    queued.add(recordingId)
    onState(recordingId, { kind: 'sealing' })
    tail = tail.then(() => run(recordingId, directory))
  }

  return {
    add,
    async close() {
      abort.abort()
      for (const timer of waiting) clearTimeout(timer)
      await tail
    },
  }
}
