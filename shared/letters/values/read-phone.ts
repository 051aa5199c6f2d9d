import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { oneLine } from '../hidden-signs.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

/** A telephone number as E.164, Russian unless it says otherwise; of several the first that can be. */
export function readPhone(raw: string): ValueReading {
  const numbers = oneLine(raw)
    .slice(0, 300)
    .split(/[,;/]|\sили\s|\sи\s/u)
    .map(text => text.trim())
    .filter(text => /\d/u.test(text))
  for (const text of numbers) {
    const number = parsePhoneNumberFromString(text, 'RU')
    if (!number?.isValid()) continue
    const extension = number.ext === undefined ? '' : ` Добавочный номер: ${number.ext}.`
    const more = numbers.length > 1 ? ' В письме несколько номеров: взят первый годный.' : ''
    return good(number.number, `${more}${extension}`.trim() || null)
  }
  const digits = raw.replaceAll(/\D/gu, '').length
  if (digits >= 5 && digits <= 7) return notUnderstood('Номер без кода города. Уточните код: +7 код номер.')
  return notUnderstood('Номер телефона не распознан. Нужен полный номер с кодом: +7 900 000-00-00.')
}
