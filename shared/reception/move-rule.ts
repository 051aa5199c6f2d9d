import type { MoveReason } from './event.ts'

/**
 * Whether the citizen's notice and confirmation stay valid: after a fault of ours (п. 3.5), and where somebody else
 * receives at the time that was confirmed (п. 3.3). A new time is confirmed anew.
 */
export const confirmationStays = (reason: MoveReason, { sameTime }: { readonly sameTime: boolean }): boolean =>
  reason === 'fault' || (reason === 'specialistReplaced' && sameTime)
