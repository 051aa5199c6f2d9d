import { constants, setPriority } from 'node:os'

/**
 * Nobody waits for what this thread does: whatever else the computer does goes first. Only Linux gives a thread a priority
 * of its own; elsewhere it would be the whole workstation's, and nothing is changed.
 */
export function lowerThreadPriority(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
}
