/** The names a draft of column 7 may use in `{…}`; what each is filled with: shared/reception/draft-result.ts. */
export const draftNames = [
  'date',
  'from',
  'to',
  'roomOpened',
  'notice',
  'method',
  'identification',
  'extensions',
  'appointedDate',
  'appointed',
  'noShow',
  'interruptedAt',
  'reason',
  'earlyReason',
  'clock',
  'fault',
  'notHeld',
  'calls',
  'refusedAt',
  'rightsExplained',
  'lostAt',
  'contact',
  'presence',
  'headInformed',
  'emergencyServices',
  'explanation',
] as const
export type DraftName = (typeof draftNames)[number]
export type DraftValues = Readonly<Record<string, string | null>>

const place = /\{([^{}]*)\}/g
const optional = /\[([^[\]]*)\]/g

/** A place left for the specialist, in a draft and in the text made of it. */
export const blankPlace = '{…}'

/**
 * Fills `{name}` from the values. A part in `[…]` is left out when a name in it has no value; elsewhere a missing value
 * stays as `{…}` for the specialist. Values are inserted as they are: their braces and brackets mean nothing.
 */
export function fillDraft(draft: string, values: DraftValues): string {
  const kept = draft.replaceAll(optional, (_part, inner: string) =>
    namesOf(inner).every(name => values[name] != null) ? inner : '',
  )
  return kept.replaceAll(place, (_place, name: string) => values[name] ?? blankPlace)
}

/** The names a draft uses, `…` left out. */
export const namesOf = (draft: string): readonly string[] =>
  [...draft.matchAll(place)].map(match => match[1] ?? '').filter(name => name !== '…')

/** What is wrong with a draft, in Russian; null when nothing is. */
export function faultOfDraft(draft: string, known: readonly string[]): string | null {
  const unknown = namesOf(draft).find(name => !known.includes(name))
  if (unknown !== undefined) return `неизвестное место {${unknown}}`
  return /[{}[\]]/.test(draft.replaceAll(optional, '$1').replaceAll(place, '')) ? 'непарная скобка' : null
}
