import * as z from 'zod'
import { oneLine } from '../hidden-signs.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

/** Mistyped domains and what was meant; only ones that are no mail service themselves. */
const meant: Readonly<Record<string, string>> = {
  'gmail.ru': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmial.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'gmeil.com': 'gmail.com',
  'yandex.tu': 'yandex.ru',
  'yandex.r': 'yandex.ru',
  'yandx.ru': 'yandex.ru',
  'yndex.ru': 'yandex.ru',
  'yadex.ru': 'yandex.ru',
  'jandex.ru': 'yandex.ru',
  'yandeks.ru': 'yandex.ru',
  'mail.tu': 'mail.ru',
  'mail.ri': 'mail.ru',
  'mai.ru': 'mail.ru',
  'meil.ru': 'mail.ru',
  'maill.ru': 'mail.ru',
  'mail.ry': 'mail.ru',
  'rambler.tu': 'rambler.ru',
  'ramler.ru': 'rambler.ru',
  'inbox.tu': 'inbox.ru',
  'bk.tu': 'bk.ru',
  'list.tu': 'list.ru',
}

/** An e-mail address; a domain that looks mistyped is kept and pointed at, never put right. */
export function readEmail(raw: string): ValueReading {
  const text = oneLine(raw).slice(0, 400)
  const bracketed = /<\s*(?:mailto:)?([^<>\s]+)\s*>/u.exec(text)?.[1]
  const address = (bracketed ?? text)
    .replace(/^mailto:/iu, '')
    .replace(/[.,;]+$/u, '')
    .trim()
  const several = address.split(/[\s,;]+/u).filter(part => part.includes('@'))
  if (several.length > 1) {
    const first = readEmail(several[0] ?? '')
    return first.value === null ? first : good(first.value, 'В письме несколько адресов: взят первый.')
  }
  if (/[а-яё]/iu.test(address)) return notUnderstood('В адресе есть русские буквы. Уточните адрес у гражданина.')
  if (!z.email().safeParse(address).success) return notUnderstood('Адрес не распознан. Нужен адрес вида имя@домен.')
  const at = address.lastIndexOf('@')
  const value = `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`
  const better = meant[value.slice(at + 1)]
  return good(value, better === undefined ? null : `Похоже на опечатку: может быть, @${better}? Уточните адрес.`)
}
