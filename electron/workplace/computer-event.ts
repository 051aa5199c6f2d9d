import type { EventKind } from '../../shared/event-log/event-kind.ts'

/** What happens to the computer while the program runs; each is a line of the event log. */
export const computerEvents = [
  'computerSuspended',
  'computerResumed',
  'screenLocked',
  'screenUnlocked',
  'computerShutDown',
] as const satisfies readonly EventKind[]
export type ComputerEvent = (typeof computerEvents)[number]
