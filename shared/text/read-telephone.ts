import { getExampleNumber, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import mobileExamples from 'libphonenumber-js/mobile/examples'
import { cleanLine } from './clean-text.ts'

export type TelephoneReading =
  /** E.164; `extension` where one stands with it. */
  | { readonly ok: true; readonly number: string; readonly extension: string | null }
  /** Russian: what is wrong and what to type. */
  | { readonly ok: false; readonly problem: string }

const wrong = (problem: string): TelephoneReading => ({ ok: false, problem })
const whole = 'Нужен полный номер: +7, код и ещё семь цифр, например +7 900 000-00-12.'

/**
 * One telephone number as people write it, Russian unless it names another country. Checked by the full metadata: lengths
 * and codes of every country. A digit too few or too many, «8» before nine digits and «+8» are told and never put right.
 */
export function readTelephone(typed: string): TelephoneReading {
  const text = cleanLine(typed)
  const digits = text.replaceAll(/\D/gu, '')
  if (digits === '') return wrong(`Номер не распознан. ${whole}`)
  const isForeign = /^\D*(?:\+|00)/u.test(text) && !/^\D*\+\s*[78]/u.test(text)
  if (!isForeign) return readRussian(text, digits)
  const number = parsePhoneNumberFromString(text.replace(/^\D*00/u, '+'), 'RU')
  return number && isWhole(number)
    ? { ok: true, number: number.number, extension: number.ext ?? null }
    : wrong('Номера с таким кодом страны и таким числом цифр не бывает: проверьте цифры.')
}

/** Of a range the metadata know, or as long as a mobile of that country: a digit less is a possible local number of many. */
function isWhole(number: PhoneNumber): boolean {
  if (number.isValid()) return true
  const mobile = number.country && getExampleNumber(number.country, mobileExamples)
  return number.isPossible() && number.nationalNumber.length === mobile?.nationalNumber.length
}

function readRussian(text: string, digits: string): TelephoneReading {
  if (/^\D*\+\s*8/u.test(text)) return wrong(`«+8» не код России: +7 или 8 без плюса? ${whole}`)
  if (/^[78]/u.test(digits) && digits.length === 10 && !/^\D*\+/u.test(text)) {
    return wrong(`«${digits[0]}» и девять цифр: не хватает одной, или впереди нет +7. Впишите номер с +7.`)
  }
  const number = parsePhoneNumberFromString(text, 'RU')
  const own = number ? number.nationalNumber.length : digits.length
  // The library drops an «8» after «+7»; whether it is too much or another digit is wrong, nobody knows.
  const typedDigits = digits.length - (number?.ext?.length ?? 0)
  if (number?.countryCallingCode === '7' && number.isValid() && own === 10 && typedDigits <= 11) {
    return { ok: true, number: number.number, extension: number.ext ?? null }
  }
  const hasCode = /^[78]/u.test(digits) && (digits.length > 10 || /^\D*\+/u.test(text))
  const after = hasCode ? digits.slice(1) : digits
  if (after.length >= 5 && after.length <= 7) return wrong(`Номер без кода города. ${whole}`)
  if (after.length < 10) return wrong(`Не хватает цифр: после кода страны их ${after.length}, а нужно десять. ${whole}`)
  if (after.length > 10) return wrong(`Лишние цифры: после кода страны их ${after.length}, а нужно десять. ${whole}`)
  return wrong(`Номеров с таким кодом в России нет: проверьте цифры. ${whole}`)
}
