import { hasHiddenSigns, oneLine, visibleText } from './hidden-signs.ts'
import type { FieldName } from './letter-reading.ts'
import type { NamedPair } from './named-pairs.ts'
import type { LabelTarget } from './own-synonyms.ts'
import { documentParts, issueParts } from './values/read-document.ts'

/** A field before its value is read. */
export interface RawField {
  readonly raw: string
  /** What the value is read from, where it is a part of a longer line. */
  readonly part: string
  readonly hadHiddenSigns: boolean
  /** Another text stands for the same field elsewhere in the letter. */
  readonly contradicted: boolean
}
/** Names in one line are parted only when they are read. */
export type RawName = FieldName | 'fullName'
export type RawFields = Map<RawName, RawField>

const longestRawSigns = 4_000

/** The fields of one part of the letter; the first text for a field counts, another one is noted. */
export function rawFieldsOf(pairs: readonly NamedPair[]): RawFields {
  const fields: RawFields = new Map()
  for (const pair of pairs) {
    if (pair.target === null) continue
    const raw = visibleText(pair.value).trim().slice(0, longestRawSigns)
    for (const [name, part] of partsOf(pair.target, raw)) {
      const hadHiddenSigns = hasHiddenSigns(pair.value)
      put(fields, name, { raw, part, hadHiddenSigns, contradicted: false })
    }
  }
  return fields
}

/** Adds what another part of the letter says. */
export function addFields(fields: RawFields, others: RawFields): void {
  for (const [name, field] of others) put(fields, name, field)
}

function put(fields: RawFields, name: RawName, field: RawField): void {
  const known = fields.get(name)
  if (known === undefined || (known.part === '' && field.part !== '')) fields.set(name, field)
  else if (field.part !== '' && !isSame(known.part, field.part)) fields.set(name, { ...known, contradicted: true })
}

const squashed = (text: string): string =>
  oneLine(text)
    .toLocaleLowerCase('ru')
    .replaceAll(/[\s.,;]+/gu, ' ')
    .trim()
const isSame = (one: string, other: string): boolean =>
  squashed(one) === squashed(other) ||
  (/\d{5}/u.test(one) && one.replaceAll(/\D/gu, '') === other.replaceAll(/\D/gu, ''))

/** The fields a label stands for, each with its part of the text. */
function partsOf(target: LabelTarget, raw: string): [RawName, string][] {
  switch (target) {
    case 'bothConsents':
      return [
        ['consentPersonalData', raw],
        ['consentVideo', raw],
      ]
    case 'residenceAddress':
    case 'stayAddress':
      return [
        ['address', raw],
        ['addressKind', target === 'stayAddress' ? 'место пребывания' : 'место жительства'],
      ]
    case 'documentIssue': {
      const { issuedBy, issuedOn } = issueParts(raw)
      return kept({ documentIssuedBy: issuedBy, documentIssuedOn: issuedOn })
    }
    case 'document': {
      const { kind, series, number, issuedBy, issuedOn } = documentParts(raw)
      return kept({
        documentKind: kind,
        documentSeries: series,
        documentNumber: number,
        documentIssuedBy: issuedBy,
        documentIssuedOn: issuedOn,
      })
    }
    default:
      return [[target, raw]]
  }
}

const kept = (parts: Partial<Record<FieldName, string | null>>): [RawName, string][] =>
  (Object.entries(parts) as [FieldName, string | null][]).flatMap(([name, part]) =>
    part === null ? [] : [[name, part]],
  )
