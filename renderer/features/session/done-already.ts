import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import type { ReceptionAction } from '../../../shared/reception/event.ts'

/** Whether the act that was refused as outdated stands in the history at its own place: it was written the first time. */
export function isDoneAlready(detail: ReceptionDetail | undefined, sequence: number, action: ReceptionAction): boolean {
  const event = detail?.events.find(one => one.sequence === sequence)
  return event !== undefined && isSame(event.action, action)
}

/** As data: what the workstation keeps may have its fields in another order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return left.length === right.size && left.every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
}
