import { labelKey } from './label.ts'
import type { FieldName, MappingProfile } from './letter-reading.ts'
import { type LabelTarget, ownSynonyms } from './own-synonyms.ts'

/** Labels of one source, by their key. */
export type LabelTable = ReadonlyMap<string, LabelTarget>

const entries = (Object.entries(ownSynonyms) as [LabelTarget, readonly string[]][]).flatMap(([target, labels]) =>
  labels.map(label => [labelKey(label), target] as const),
)

/** The program's own synonyms. */
export const ownLabels: LabelTable = new Map(entries)

/** Whether a profile is meant for the letters of a sender. */
export const isProfileFor = ({ senderEnds }: MappingProfile, sender: string): boolean =>
  sender.toLocaleLowerCase('ru').endsWith(senderEnds.toLocaleLowerCase('ru'))

/**
 * The labels of a profile. One label given to several fields of the name or of the document means that the site writes
 * them in one line.
 */
export function labelsOfProfile({ labels }: MappingProfile): LabelTable {
  const fields = new Map<string, FieldName[]>()
  for (const [name, ofField] of Object.entries(labels) as [FieldName, readonly string[]][]) {
    for (const label of ofField) fields.set(labelKey(label), [...(fields.get(labelKey(label)) ?? []), name])
  }
  return new Map([...fields].map(([key, names]) => [key, targetOf(names)]))
}

function targetOf(names: readonly FieldName[]): LabelTarget {
  const [first = 'topic'] = names
  if (names.length === 1) return first
  if (names.includes('familyName')) return 'fullName'
  if (names.includes('consentVideo') && names.includes('consentPersonalData')) return 'bothConsents'
  if (names.includes('documentNumber')) return 'document'
  return names.includes('documentIssuedBy') ? 'documentIssue' : first
}
