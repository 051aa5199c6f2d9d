import { isProfileFor, type LabelTable, labelsOfProfile } from '../../shared/letters/field-labels.ts'
import { pairsOfJson } from '../../shared/letters/json-pairs.ts'
import { labelKey } from '../../shared/letters/label.ts'
import type { LabelPair } from '../../shared/letters/label-pair.ts'
import type { FieldName, MappingProfile, ReadApplication } from '../../shared/letters/letter-reading.ts'
import { type NamedPair, namePairs, targetOfLabel } from '../../shared/letters/named-pairs.ts'
import { addFields, type RawFields, type RawName, rawFieldsOf } from '../../shared/letters/raw-fields.ts'
import { readApplication } from '../../shared/letters/read-application.ts'
import { pairsOfText } from '../../shared/letters/text-pairs.ts'
import { dateAtStart } from '../../shared/letters/values/read-date.ts'
import { readTelephone } from '../../shared/text/read-telephone.ts'
import { pairsOfCsv, pairsOfXml } from './form-files.ts'
import { readHtml } from './html-reading.ts'
import type { LetterBody } from './read-body.ts'

/** A part of a letter that fields may stand in. */
export type LetterPart =
  | { readonly kind: 'body'; readonly body: LetterBody }
  | { readonly kind: 'json' | 'csv' | 'xml' | 'text'; readonly text: string }

export interface ApplicationContext {
  readonly profiles: readonly MappingProfile[]
  /** Addresses of the sender and of the senders of letters inside. */
  readonly senders: readonly string[]
  /** Local date. */
  readonly today: string
  /** Whether fields in quoted text count: in a forwarded letter, not in an answer. */
  readonly withQuoted: boolean
}

/** Fewer fields make no application: a signature has a telephone and an address too. */
const fewestFields = 3
const telling: readonly RawName[] = ['fullName', 'familyName', 'birthDate', 'topic', 'documentNumber']

/**
 * The application in a letter; `isWhole`: enough of it to call the letter one. A form in a file whose names nobody knows
 * is offered field by field, for a person to say what is what. null: no field at all.
 */
export function applicationOfParts(
  parts: readonly LetterPart[],
  { profiles, senders, today, withQuoted }: ApplicationContext,
): { isWhole: boolean; reading: ReadApplication } | null {
  const fitting = profiles.filter(profile => senders.some(sender => isProfileFor(profile, sender)))
  const readings = [null, ...fitting].map(profile => {
    const table = profile === null ? null : labelsOfProfile(profile)
    const { raw, pairs } = fieldsOf(parts, table, withQuoted)
    return {
      profile,
      raw,
      pairs,
      hits: table === null ? 0 : pairs.filter(({ label }) => table.has(labelKey(label))).length,
    }
  })
  // The profile whose own labels say most; without any the program's own synonyms.
  const best = readings.reduce((chosen, one) =>
    one.hits > chosen.hits || (one.hits === chosen.hits && one.hits > 0 && one.raw.size > chosen.raw.size)
      ? one
      : chosen,
  )
  const { raw, pairs, profile } = best
  const unknown = unknownForm(parts)
  if (raw.size === 0 && unknown.length === 0) return null
  const reading = {
    ...readApplication(raw, raw.size === 0 ? unknown : pairs, today),
    profileId: profile?.profileId ?? null,
  }
  const said = reading.fields.map(({ name }): FieldName => name)
  return { isWhole: said.length >= fewestFields && telling.some(name => raw.has(name)), reading }
}

/** Fields of files that are forms of somebody though no name in them is known: what a citizen's data look like tells it. */
function unknownForm(parts: readonly LetterPart[]): NamedPair[] {
  const files = parts.flatMap(part => (part.kind === 'body' || part.kind === 'text' ? [] : [pairsOfFile(part, null)]))
  return files
    .filter(pairs => pairs.length >= fewestFields && pairs.filter(({ value }) => isPersonal(value)).length >= 2)
    .flatMap(pairs => pairs.map(pair => ({ ...pair, target: null })))
}

/** A telephone, an address of mail, a date or the figures of a passport. */
function isPersonal(value: string): boolean {
  const text = value.trim()
  if (text.length > longestPersonalSigns) return false
  if (/^\S+@\S+\.\S+$/u.test(text) || /^\d{2}\s?\d{2}\s?\d{6}$/u.test(text)) return true
  return readTelephone(text).ok || dateAtStart(text) !== null
}
const longestPersonalSigns = 60

interface Fields {
  readonly raw: RawFields
  readonly pairs: readonly NamedPair[]
}

/** The fields of all parts: the fullest one counts, the others add what it lacks. */
function fieldsOf(parts: readonly LetterPart[], table: LabelTable | null, withQuoted: boolean): Fields {
  const found = parts
    .map(part =>
      part.kind === 'body' ? ofBody(part.body, table, withQuoted) : named(pairsOfFile(part, table), table, true),
    )
    .sort((one, other) => other.raw.size - one.raw.size)
  const [first, ...others] = found
  if (first === undefined) return { raw: new Map(), pairs: [] }
  for (const { raw } of others) addFields(first.raw, raw)
  return {
    raw: first.raw,
    pairs: first.raw.size === 0 ? [] : found.filter(({ raw }) => raw.size > 0).flatMap(({ pairs }) => pairs),
  }
}

function pairsOfFile({ kind, text }: Exclude<LetterPart, { kind: 'body' }>, table: LabelTable | null): LabelPair[] {
  if (kind === 'json') return pairsOfJson(text) ?? []
  const isKnown = (label: string) => targetOfLabel(label, table) !== null
  if (kind === 'xml') return pairsOfXml(text)
  const inTable = pairsOfCsv(text, isKnown)
  if (kind === 'csv') return inTable
  const inLines = pairsOfText(text, isKnown)
  const hits = (pairs: readonly LabelPair[]) => pairs.filter(({ label }) => isKnown(label)).length
  return hits(inTable) > hits(inLines) ? inTable : inLines
}

/** A body has the same fields as text and as HTML: the fullest reading counts, and they do not contradict each other. */
function ofBody({ plain, html }: LetterBody, table: LabelTable | null, withQuoted: boolean): Fields {
  const isKnown = (label: string): boolean => targetOfLabel(label, table) !== null
  const looked = html === '' ? null : readHtml(html, isKnown)
  const json = /^\s*[[{]/u.test(plain) ? pairsOfJson(plain.trim()) : null
  const ways: (readonly LabelPair[])[] =
    json === null
      ? [
          pairsOfText(plain, isKnown),
          ...(looked === null ? [] : [looked.pairs, pairsOfText(withQuoted ? looked.text : looked.ownText, isKnown)]),
        ]
      : [json]
  const found = ways.map(pairs => named(pairs, table, withQuoted)).sort((one, other) => other.raw.size - one.raw.size)
  const [first, ...others] = found
  if (first === undefined) return { raw: new Map(), pairs: [] }
  for (const { raw } of others) for (const [name, field] of raw) if (!first.raw.has(name)) first.raw.set(name, field)
  return first
}

function named(pairs: readonly LabelPair[], table: LabelTable | null, withQuoted: boolean): Fields {
  const counted = namePairs(
    pairs.filter(({ quoted }) => withQuoted || !quoted),
    table,
  )
  return { raw: rawFieldsOf(counted), pairs: counted }
}
