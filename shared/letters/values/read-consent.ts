import { oneLine } from '../hidden-signs.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

const notGiven = /^(?:нет|не\s.*|отказ.*|отказыва.*|no|false|0|off|unchecked|[☐✗✘❌❎×-]|\[\s*\]|отсутствует|не$)/iu
const given =
  /^(?:да|соглас(?:ен|на|ны|ие|ен\(на\))|даю|дано|дал|дала|подтвержда\p{L}+|принимаю|yes|true|1|on|checked|ok|[☑☒✓✔✅+v]|\[\s*[xхv✓✔+]\s*\])/iu

/** A consent: given or not. What is neither («да/нет», an empty field) is nobody's consent. */
export function readConsent(raw: string): ValueReading {
  const text = oneLine(raw)
  if (text === '') return notUnderstood('Поле согласия пустое. Спросите гражданина и отметьте ответ (п. 2.2).')
  if (notGiven.test(text)) {
    return good('notGiven', 'Согласие не дано. Свяжитесь с гражданином и разъясните, зачем оно нужно (п. 2.2).')
  }
  const isBoth = /(?:^|[^\p{L}])не(?:т|\s)/iu.test(text)
  if (given.test(text) && !isBoth) return good('given')
  return notUnderstood('Не ясно, дано ли согласие. Спросите гражданина и отметьте ответ (п. 2.2).')
}

/** Where the address is: of residence or of stay. */
export function readAddressKind(raw: string): ValueReading {
  const text = oneLine(raw).toLocaleLowerCase('ru')
  const isResidence = /жительств|постоян|прописк|residence/u.test(text)
  const isStay = /пребыван|времен|stay/u.test(text)
  if (isResidence === isStay) return notUnderstood('Не ясно, место жительства это или место пребывания. Выберите сами.')
  return good(isResidence ? 'residence' : 'stay')
}
