import type { IdentificationResult, ReceptionAction, ShowingMethod } from '../../../shared/reception/event.ts'

/** What the specialist has compared so far. */
export interface IdentificationValues {
  readonly face: boolean
  readonly fullName: boolean
  readonly birthDate: boolean
  readonly documentNumber: boolean
}

export const nothingCompared: IdentificationValues = {
  face: false,
  fullName: false,
  birthDate: false,
  documentNumber: false,
}

/** What can be compared, as it is called beside its tick. */
export const matchLabels: Readonly<Record<keyof IdentificationValues, string>> = {
  face: 'лицо',
  fullName: 'ФИО',
  birthDate: 'дата рождения',
  documentNumber: 'номер',
}

/** What the application gives and was not compared yet, in words for the disabled button; null when nothing is left. */
export function notComparedText(values: IdentificationValues, documentKnown: boolean): string | null {
  const names = ['face', 'fullName', 'birthDate', 'documentNumber'] as const
  const left = names.filter(name => !values[name] && (name !== 'documentNumber' || documentKnown))
  return left.length === 0 ? null : `Отметьте, что совпало: ${left.map(name => matchLabels[name]).join(', ')}.`
}

/** The event of the step. The way of showing is that of the «показан» marks; it belongs only to a document that was shown. */
export function identifiedAction(
  values: IdentificationValues,
  result: IdentificationResult,
  reason: string,
  shownMethod: ShowingMethod | null,
): Extract<ReceptionAction, { kind: 'identified' }> {
  return {
    kind: 'identified',
    result,
    method: result === 'refusedToShow' ? null : shownMethod,
    matched: values,
    reason: reason.trim() === '' ? null : reason.trim(),
  }
}
