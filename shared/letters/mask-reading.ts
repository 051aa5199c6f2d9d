import { maskDocument } from '../text/person-name.ts'
import type { LetterReading, ReadField } from './letter-reading.ts'

/** A passport nobody called so: four figures, a sign between, six figures; ten in a row are a phone as often. */
const unnamedPassport = /(?<![\p{L}\p{N}])\d{2}\s?\d{2}(?:[\s,;:№-]|номер|No?\.?)+\d{6}(?![\p{L}\p{N}])/giu
/** What is shorter stands in a letter for other things as well, and its field hides it. */
const fewestSigns = 3
/** No document is longer; of a longer run only the very same words are looked for, for a pattern of it would be slow. */
const mostSigns = 40

/**
 * A reading as it is shown before somebody asks for the document: series and number hidden like on a card («45 ••»,
 * «••••56»), in the fields, in the text, in the subject and wherever else the letter repeats them.
 */
export function maskReading(reading: LetterReading): LetterReading {
  const fields = reading.application?.fields ?? []
  const hide = hiderOf(fields.filter(isSecret))
  return {
    ...reading,
    subject: hide(reading.subject),
    text: hide(reading.text),
    attachments: reading.attachments.map(attachment => ({ ...attachment, name: hide(attachment.name) })),
    application: reading.application && {
      ...reading.application,
      fields: fields.map(field => maskField(field, hide)),
      unknown: reading.application.unknown.map(({ label, value }) => ({ label: hide(label), value: hide(value) })),
    },
    reply: reading.reply && { ...reading.reply, words: hide(reading.reply.words) },
  }
}

const isSecret = ({ name }: ReadField): boolean => name === 'documentSeries' || name === 'documentNumber'

function maskField(field: ReadField, hide: (text: string) => string): ReadField {
  if (!isSecret(field)) return { ...field, raw: hide(field.raw), value: field.value && hide(field.value) }
  const { name, raw, value } = field
  return {
    ...field,
    raw: dots(raw),
    value:
      value &&
      maskDocument(name === 'documentSeries' ? { series: value, number: '' } : { series: null, number: value }),
  }
}

/** Hides what these fields hold in any text, however its signs are set apart. */
function hiderOf(secrets: readonly ReadField[]): (text: string) => string {
  const values = secrets.map(({ value }) => value ?? '')
  const written = [...secrets.map(({ raw }) => raw), ...values, values.join('')]
  const patterns = [...new Set(written.map(text => signsOf(text).join('')))]
    .filter(signs => signs.length >= fewestSigns && signs.length <= mostSigns)
    // The longest first: a number within a line that names it whole is hidden with it.
    .sort((one, other) => other.length - one.length)
    .map(signs => {
      const spelled = Array.from(signs).join(String.raw`[^\p{L}\p{N}]{0,3}`)
      return new RegExp(String.raw`(?<![\p{L}\p{N}])${spelled}(?![\p{L}\p{N}])`, 'giu')
    })
  const runs = secrets.map(({ raw }) => raw).filter(raw => raw.length > mostSigns)
  return text =>
    [...runs, ...patterns]
      .reduce<string>((left, found) => left.replaceAll(found, dots), text)
      .replaceAll(unnamedPassport, passport => passport.replaceAll(/\d/gu, '•'))
}

const signsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? []
const dots = (text: string): string => text.replaceAll(/[\p{L}\p{N}]/gu, '•')
