import { setTimeout as pause } from 'node:timers/promises'

/** A write, its sync and the line of the log, each with a turn of the loop of its own. */
const acknowledgementMs = 5

/**
 * Lets everything else go first, between the pieces of a long work. The way of a chunk to its acknowledgement takes several
 * turns of the loop: after a `setImmediate` only one has passed, and the chunk would wait for as many pieces as it has turns.
 * `workedMs`: how long the piece took; it rests as long, so that on a slow machine the work takes half of the thread at most.
 */
export const yieldThread = (workedMs = 0): Promise<void> => pause(Math.max(acknowledgementMs, workedMs))
