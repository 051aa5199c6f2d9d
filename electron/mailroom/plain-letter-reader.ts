import PostalMime from 'postal-mime'
import type { FieldName, LetterReading, MappingProfile, ReadField } from '../../shared/letters/letter-reading.ts'

/** What the program itself calls the fields, in small letters. */
const ownLabels: Partial<Record<FieldName, readonly string[]>> = {
  familyName: ['фамилия'],
  givenName: ['имя'],
  patronymic: ['отчество'],
  birthDate: ['дата рождения'],
  address: ['адрес', 'адрес места жительства'],
  body: ['орган'],
  topic: ['тема', 'суть вопроса', 'тема обращения'],
  phone: ['телефон', 'контактный телефон'],
  email: ['эл. почта', 'e-mail', 'электронная почта'],
  documentSeries: ['серия паспорта'],
  documentNumber: ['номер паспорта'],
}
const mandatory: readonly FieldName[] = ['familyName', 'givenName', 'birthDate', 'address', 'topic', 'phone']
const longestText = 200_000

/** Reads letters of the plainest form, «Поле: значение» line by line, as they stand. */
export async function readPlainLetter(raw: Uint8Array, profiles: readonly MappingProfile[]): Promise<LetterReading> {
  const letter = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 1024 * 1024 })
  const text = (letter.text ?? '').slice(0, longestText)
  const fromAddress = letter.from?.address ?? ''
  const fitting = profiles.filter(({ senderEnds }) => fromAddress.endsWith(senderEnds))
  const nameOf = labelNames(fitting)
  const pairs = [...text.matchAll(/^([^\n:]{1,200}):[ \t]*(.*)$/gm)].map(([, label = '', value = '']) => ({
    label: label.trim(),
    value: value.trim(),
  }))
  const fields = pairs.flatMap(({ label, value }): ReadField[] => {
    const name = nameOf(label)
    return name === null || value === '' ? [] : [{ name, raw: value, value, problem: null }]
  })
  const found = new Set(fields.map(({ name }) => name))
  const headerAt = new Date(letter.date ?? Number.NaN)
  return {
    kind: fields.length >= 3 ? 'application' : 'other',
    ...{ subject: letter.subject ?? '', fromName: letter.from?.name ?? '', fromAddress },
    headerAt: Number.isNaN(headerAt.getTime()) ? null : headerAt.toISOString(),
    messageId: letter.messageId ?? null,
    answers: [],
    text,
    attachments: letter.attachments.map(({ filename, mimeType, content }) => ({
      ...{ name: filename ?? '', mediaType: mimeType },
      byteLength: typeof content === 'string' ? content.length : content.byteLength,
    })),
    ...{ warnings: [], reply: null, report: null },
    application:
      fields.length < 3
        ? null
        : {
            fields,
            missing: mandatory.filter(name => !found.has(name)),
            unknown: pairs.filter(({ label }) => nameOf(label) === null),
            profileId: fitting[0]?.profileId ?? null,
          },
  }
}

const plain = (label: string): string => label.toLowerCase().replace(/[.:]/g, '').trim()

function labelNames(profiles: readonly MappingProfile[]): (label: string) => FieldName | null {
  const known = [ownLabels, ...profiles.map(({ labels }) => labels)]
    .flatMap(labels => Object.entries(labels) as [FieldName, readonly string[]][])
    .flatMap(([name, labels]) => labels.map(label => [plain(label), name] as const))
  const names = new Map(known)
  return label => names.get(plain(label)) ?? null
}
