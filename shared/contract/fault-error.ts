import type { Fault } from './reply.ts'

/** Thrown on the calling side when a reply is a fault, so that a refusal cannot pass unnoticed. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.code}: ${fault.hint}`)
    this.fault = fault
  }
}
