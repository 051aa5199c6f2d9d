import { oneLine, visibleText } from './hidden-signs.ts'
import { FieldName, type ReadApplication, type ReadField } from './letter-reading.ts'
import type { NamedPair } from './named-pairs.ts'
import type { RawField, RawFields } from './raw-fields.ts'
import { readAddressKind, readConsent } from './values/read-consent.ts'
import { readBirthDate, readIssueDate, readMoment } from './values/read-date.ts'
import { isRussianPassport, passportKind, readDocumentKind, readNumber, readSeries } from './values/read-document.ts'
import { readEmail } from './values/read-email.ts'
import { readFullName, readOwnNamePart } from './values/read-name.ts'
import { readPhone } from './values/read-phone.ts'
import { good, joinedProblems, notUnderstood, type ValueReading } from './values/value-reading.ts'

/** In the order of п. 2.2. */
const order = FieldName.options
/** There may be none of these: no patronymic, no series of a foreign document, no word of the form on the rest. */
const optional: ReadonlySet<FieldName> = new Set(['patronymic', 'addressKind', 'formSubmittedAt'])
const mostUnknown = 100

/** The application that raw fields make; `today`: local date the ages are counted by. */
export function readApplication(
  raw: RawFields,
  pairs: readonly NamedPair[],
  today: string,
): Omit<ReadApplication, 'profileId'> {
  const fields = new Map<FieldName, ReadField>()
  const take = (name: FieldName, field: RawField, reading: ValueReading) =>
    fields.set(name, { name, raw: field.raw, value: reading.value, problem: problemOf(field, reading) })

  const whole = raw.get('fullName')
  if (whole !== undefined && !raw.has('familyName')) {
    const { familyName, givenName, patronymic } = readFullName(whole.part)
    take('familyName', whole, familyName)
    take('givenName', whole, givenName)
    if (patronymic !== null) take('patronymic', whole, patronymic)
  }
  const isPassport = isPassportOf(raw)
  for (const name of order) {
    const field = raw.get(name)
    if (field === undefined || (optional.has(name) && isNothing(field.part))) continue
    // A foreign passport or another document may have no series at all.
    if (name === 'documentSeries' && !isPassport && isNothing(field.part)) continue
    take(name, field, readValue(name, field.part, { isPassport, today }))
  }
  // «Паспорт: 32 15 123456»: the label says what it is.
  const number = raw.get('documentNumber')
  if (number !== undefined && isPassport && !fields.has('documentKind') && raw.has('documentSeries')) {
    take(
      'documentKind',
      number,
      good(passportKind, 'Вид документа в письме не назван: по серии и номеру это паспорт РФ.'),
    )
  }
  return {
    fields: order.flatMap(name => fields.get(name) ?? []),
    missing: order.filter(name => isDue(name, isPassport) && !fields.has(name)),
    unknown: pairs
      .filter(({ target, value }) => target === null && value.trim() !== '')
      .slice(0, mostUnknown)
      .map(({ label, value }) => ({
        label: oneLine(label).slice(0, 200),
        value: visibleText(value).trim().slice(0, 4_000),
      })),
  }
}

const isDue = (name: FieldName, isPassport: boolean): boolean =>
  !optional.has(name) && (name !== 'documentSeries' || isPassport)

const isNothing = (text: string): boolean => /^(?:[-–—\s]*|нет|отсутствует|не указано)$/iu.test(text)

/** A Russian passport by its kind, or by its figures where no kind is named. */
function isPassportOf(raw: RawFields): boolean {
  const kind = raw.get('documentKind')?.part
  if (kind !== undefined) return isRussianPassport(oneLine(kind))
  const figures = `${raw.get('documentSeries')?.part ?? ''}${raw.get('documentNumber')?.part ?? ''}`.replaceAll(
    /\D/gu,
    '',
  )
  return figures.length === 10 || !raw.has('documentNumber')
}

function readValue(
  name: FieldName,
  part: string,
  { isPassport, today }: { isPassport: boolean; today: string },
): ValueReading {
  switch (name) {
    case 'familyName':
    case 'givenName':
    case 'patronymic':
      return readOwnNamePart(part, name)
    case 'birthDate':
      return readBirthDate(part, today)
    case 'documentKind':
      return readDocumentKind(part)
    case 'documentSeries':
      return readSeries(part, isPassport)
    case 'documentNumber':
      return readNumber(part, isPassport)
    case 'documentIssuedOn':
      return readIssueDate(part, today)
    case 'addressKind':
      return readAddressKind(part)
    case 'consentPersonalData':
    case 'consentVideo':
      return readConsent(part)
    case 'phone':
      return readPhone(part)
    case 'email':
      return readEmail(part)
    case 'formSubmittedAt':
      return readMoment(part)
    case 'topic':
      return readText(part, 500, 'Впишите тематику короче: в журнал идёт до 500 знаков.')
    case 'address':
      return readText(part, 500, 'Слишком длинно для адреса: впишите его из письма сами.')
    case 'documentIssuedBy':
    case 'body':
      return readText(part, 300, 'Слишком длинно: впишите из письма сами.')
  }
}

function readText(part: string, longest: number, tooLong: string): ValueReading {
  const text = visibleText(part).trim()
  if (text === '') return notUnderstood('Поле пустое. Уточните у гражданина.')
  return text.length > longest ? notUnderstood(tooLong) : good(text)
}

const problemOf = ({ hadHiddenSigns, contradicted }: RawField, { problem }: ValueReading): string | null =>
  joinedProblems(
    problem,
    hadHiddenSigns ? 'В тексте были невидимые знаки, они убраны: сверьте с письмом.' : null,
    contradicted ? 'В письме есть и другое значение этого поля: сверьте с письмом.' : null,
  )
