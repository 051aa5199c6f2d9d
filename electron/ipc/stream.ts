/** What a call that streams answers with. */
type Stream = AsyncGenerator<unknown, void>

export const isStream = (answer: unknown): answer is Stream =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer && 'next' in answer

/**
 * The same stream, ended when the session of its caller is: whoever works here next, or nobody, must not get on what was
 * asked for by somebody who has left. The source is told to return, so that what it holds is let go of.
 */
export async function* untilEnd(source: Stream, life: AbortSignal): Stream {
  try {
    while (!life.aborted) {
      const step = await nextBeforeEnd(source, life)
      if (step === null || step.done) return
      yield step.value
    }
  } finally {
    // Not awaited: a source that waits for its next piece returns only after it.
    source.return().catch(() => undefined)
  }
}

/** null once the session has ended. A listener for each piece: one for all would gather a promise per piece for hours. */
function nextBeforeEnd(source: Stream, life: AbortSignal): Promise<IteratorResult<unknown, void> | null> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(null)
    life.addEventListener('abort', end, { once: true })
    source
      .next()
      .then(resolve, reject)
      .finally(() => life.removeEventListener('abort', end))
  })
}
