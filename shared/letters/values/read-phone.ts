import { readTelephone } from '../../text/read-telephone.ts'
import { oneLine } from '../hidden-signs.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

/** A telephone number as E.164, Russian unless it says otherwise; of several the first that can be. */
export function readPhone(raw: string): ValueReading {
  const numbers = oneLine(raw)
    .slice(0, 300)
    .split(/[,;/]|\sили\s|\sи\s/u)
    .map(text => text.trim())
    .filter(text => /\d/u.test(text))
  const readings = numbers.map(readTelephone)
  const found = readings.find(reading => reading.ok)
  if (found?.ok) {
    const extension = found.extension === null ? '' : ` Добавочный номер: ${found.extension}.`
    const more = numbers.length > 1 ? ' В письме несколько номеров: взят первый годный.' : ''
    return good(found.number, `${more}${extension}`.trim() || null)
  }
  const [first] = readings
  return notUnderstood(
    first && !first.ok ? first.problem : 'Номер телефона не распознан. Нужен полный номер с кодом: +7 900 000-00-00.',
  )
}
