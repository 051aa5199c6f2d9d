import { oneLine } from '../hidden-signs.ts'
import { good, joinedProblems, notUnderstood, type ValueReading } from './value-reading.ts'

const longestNameSigns = 100

/** One part of a name, checked: letters of one alphabet, hyphens, apostrophes, spaces. */
export function readNamePart(raw: string): ValueReading {
  const text = oneLine(raw)
  if (text === '' || /^[-–—]+$/u.test(text)) return notUnderstood('Поле пустое. Уточните у гражданина.')
  if (text.length > longestNameSigns) return notUnderstood('Слишком длинно для имени. Впишите из письма сами.')
  const isFormula = /^[=+@]/u.test(text)
  if (isFormula) return good(text, 'Начинается как формула таблицы: хранится как текст. Проверьте и исправьте.')
  const strange = !/^[\p{L}\p{M}'’ʼ.() -]+$/u.test(text)
  const mixed = /\p{Script=Cyrillic}/u.test(text) && /\p{Script=Latin}/u.test(text)
  return good(
    text,
    joinedProblems(
      strange ? 'В имени есть посторонние знаки: проверьте.' : null,
      mixed ? 'Русские и латинские буквы вперемешку: впишите заново русскими.' : null,
    ),
  )
}

export interface FullNameReading {
  readonly familyName: ValueReading
  readonly givenName: ValueReading
  /** null: there is none. */
  readonly patronymic: ValueReading | null
}

const isPatronymic = (word: string): boolean => /(?:ович|евич|ьич|мич|инич|овна|евна|ична|инична)$/iu.test(word)
const isTurkicEnding = (word: string): boolean => /^(?:оглы|оглу|улы|уулу|кызы|гызы|кизи)$/iu.test(word)

/** «Фамилия Имя Отчество» in one line; what cannot be parted surely is left to a person. */
export function readFullName(raw: string): FullNameReading {
  const words = oneLine(raw)
    .split(' ')
    .filter(word => word !== '')
  const unclear = (problem: string): FullNameReading => ({
    familyName: notUnderstood(problem),
    givenName: notUnderstood(problem),
    patronymic: null,
  })
  const [familyName = '', givenName = '', ...rest] = words
  if (words.length < 2) {
    return {
      familyName: words.length === 0 ? notUnderstood('Поле пустое. Уточните у гражданина.') : readNamePart(familyName),
      givenName: notUnderstood('В письме одно слово вместо фамилии и имени. Уточните имя у гражданина.'),
      patronymic: null,
    }
  }
  if (/^\p{Lu}\.(?:\s?\p{Lu}\.)?$/u.test(words.slice(1).join(' '))) {
    return {
      familyName: readNamePart(familyName),
      givenName: notUnderstood('В письме инициалы. Уточните имя и отчество у гражданина.'),
      patronymic: null,
    }
  }
  if (words.length === 3 && isPatronymic(givenName) && !isPatronymic(rest[0] ?? '')) {
    return unclear('Похоже на «Имя Отчество Фамилия». Впишите фамилию, имя и отчество сами.')
  }
  const fits = rest.length <= 1 || (rest.length === 2 && isTurkicEnding(rest[1] ?? ''))
  if (!fits) return unclear('Фамилию, имя и отчество не удалось разделить. Впишите их сами.')
  return {
    familyName: readNamePart(familyName),
    givenName: readNamePart(givenName),
    patronymic: rest.length === 0 ? null : readNamePart(rest.join(' ')),
  }
}
