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
}

/** Seals one recording after another in the background, so that the next citizen never waits for it. */
export interface SealQueue {
  /** Does nothing for a recording already in the queue. */
  add(recordingId: string, directory: string): void
  /** Aborts the running seal; it is restartable and is taken up at the next start. */
  close(): Promise<void>
}

export function makeSealQueue({ seal, onState, log }: SealQueueDeps): SealQueue {
  const abort = new AbortController()
  const queued = new Set<string>()
  let tail: Promise<void> = Promise.resolve()

  async function run(recordingId: string, directory: string): Promise<void> {
    if (abort.signal.aborted) return
    const startedAt = performance.now()
    try {
      const sealed = await seal(directory, abort.signal)
      onState(recordingId, { kind: 'sealed', ...sealed })
      log.info({ recordingId, verdict: sealed.slip.verdict, ms: Math.round(performance.now() - startedAt) }, 'sealed')
    } catch (error) {
      if (abort.signal.aborted) return
      log.error({ recordingId, error: error instanceof Error ? error.message : String(error) }, 'seal failed')
      onState(recordingId, {
        kind: 'sealFailed',
        trouble: 'Проверка записи не завершена; исходные части сохранены на диске.',
      })
    } finally {
      queued.delete(recordingId)
    }
  }

  return {
    add(recordingId, directory) {
      if (queued.has(recordingId)) return
      queued.add(recordingId)
      onState(recordingId, { kind: 'sealing' })
      tail = tail.then(() => run(recordingId, directory))
    },
    async close() {
      abort.abort()
      await tail
    },
  }
}
