import type pino from 'pino'

/** A thing to be closed before the program ends. */
export interface ClosingStep {
  readonly name: string
  readonly close: () => Promise<unknown> | unknown
}

/** Longer than the workstation's own farewell; after it the program ends whatever is still open. */
const mostMs = 20_000

/**
 * Closes one after the other. What fails or hangs is logged and holds up nothing: a program that cannot be left is
 * killed by the person, with everything open.
 */
export async function closeInOrder(
  steps: readonly ClosingStep[],
  log: Pick<pino.Logger, 'error'>,
  patienceMs = mostMs,
): Promise<void> {
  const late = Promise.withResolvers<void>()
  let current = ''
  const timer = setTimeout(() => {
    log.error({ step: current }, 'not closed in time, leaving without it')
    late.resolve()
  }, patienceMs)
  const all = async (): Promise<void> => {
    for (const { name, close } of steps) {
      current = name
      try {
        await close()
      } catch (error) {
        log.error({ step: name, error: error instanceof Error ? error.message : String(error) }, 'not closed')
      }
    }
  }
  await Promise.race([all(), late.promise])
  clearTimeout(timer)
}
