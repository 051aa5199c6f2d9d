import type { IdentificationResult, ReceptionAction, ShowingMethod } from '../../../shared/reception/event.ts'

/** What the specialist has compared and chosen so far. */
export interface IdentificationValues {
  readonly face: boolean
  readonly fullName: boolean
  readonly birthDate: boolean
  readonly documentNumber: boolean
  readonly method: ShowingMethod
}

export const nothingCompared: IdentificationValues = {
  face: false,
  fullName: false,
  birthDate: false,
  documentNumber: false,
  method: 'screen',
}

/** Whether «Личность установлена» may be pressed: all that the application gives was compared. */
export const isAllCompared = (values: IdentificationValues, documentKnown: boolean): boolean =>
  values.face && values.fullName && values.birthDate && (values.documentNumber || !documentKnown)

/** The event of the step. The way of showing belongs only to a document that was shown. */
export function identifiedAction(
  values: IdentificationValues,
  result: IdentificationResult,
  reason: string,
): Extract<ReceptionAction, { kind: 'identified' }> {
  const { face, fullName, birthDate, documentNumber, method } = values
  return {
    kind: 'identified',
    result,
    method: result === 'refusedToShow' ? null : method,
    matched: { face, fullName, birthDate, documentNumber },
    reason: reason.trim() === '' ? null : reason.trim(),
  }
}
