import { FaultError } from '../../shared/contract/fault-error.ts'

/** Words for the person at the screen; anything that is not a stated refusal is a cut or a failure of ours. */
export function faultHint(error: unknown): string {
  if (error instanceof FaultError) return error.fault.hint
  return 'Программа рабочего места не ответила. Сохранённое не потеряно. Повторите через несколько секунд.'
}

/** Messages at the fields, `a.b` → Russian message; empty where the refusal names none. */
export function faultFields(error: unknown): Record<string, string> {
  return error instanceof FaultError ? (error.fault.fields ?? {}) : {}
}

/** The same at the fields of a form that is one part of what was sent: `within` is the path to that part, «fields.». */
export const faultFieldsWithin = (error: unknown, within: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faultFields(error)).map(([path, text]) => [
      path.startsWith(within) ? path.slice(within.length) : path,
      text,
    ]),
  )

/** For the folded details: a code or a message, never shown as the main text. */
export function faultDetails(error: unknown): string {
  if (error instanceof FaultError) return error.fault.code
  return error instanceof Error ? error.message : String(error)
}
