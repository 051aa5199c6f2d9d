/** The side of a `WritableStreamDefaultWriter` the output needs. */
export interface FrameWriter<Frame> {
  /** Null once the stream is broken for good. */
  readonly desiredSize: number | null
  write(frame: Frame): Promise<void>
}

export interface FrameOutput<Frame> {
  /**
   * Makes one picture and writes it; answers whether it was written. One that cannot be made or written, or comes
   * before the last one was taken, is lost and no more than that.
   */
  give(make: () => Frame): Promise<boolean>
  /** To be called by the clock; answers why nothing can be written any more, null while the way is open. */
  check(): string | null
}

/** So many looks in a row without a picture written: whatever was tried in between, the way is closed. */
export const checksUntilDead = 30

/**
 * The way of the pictures out of the pump. Looks are counted, not time: a process that stood still finds its last
 * picture old when it wakes, and nothing is wrong with its output.
 */
export function makeFrameOutput<Frame extends { close(): void }>(writer: FrameWriter<Frame>): FrameOutput<Frame> {
  let isWriting = false
  let checksSinceWritten = 0
  let trouble = 'a picture was not taken'

  async function write(make: () => Frame): Promise<void> {
    const frame = make()
    try {
      await writer.write(frame)
    } finally {
      frame.close()
    }
  }

  return {
    async give(make) {
      if (isWriting) return false
      isWriting = true
      try {
        await write(make)
        checksSinceWritten = 0
        return true
      } catch (error) {
        trouble = error instanceof Error ? `${error.name}: ${error.message}` : 'not written'
        return false
      } finally {
        isWriting = false
      }
    },
    check() {
      checksSinceWritten += 1
      return writer.desiredSize === null || checksSinceWritten >= checksUntilDead ? trouble : null
    },
  }
}
