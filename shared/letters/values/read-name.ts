import {
  endsAsFamilyName,
  isCommonName,
  isInitials,
  isNoPatronymic,
  isPatronymic,
  isPatronymicTail,
  nameRemarks,
  orderRemark,
} from '../../text/name-parts.ts'
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

/** «Фамилия Имя Отчество» in one line; what cannot be parted surely is left to a person. */
export function readFullName(raw: string): FullNameReading {
  const all = oneLine(raw)
    .replace(/[,;]/gu, ' ')
    .split(' ')
    .filter(word => word !== '')
  const said = oneLine(raw).replace(/[,;]/gu, ' ')
  const noPatronymic =
    /\s(?:\(?(?:отчества нет|нет отчества|отчество отсутствует|без отчества|нет|отсутствует|не имеется|не имеет|не указано|прочерк)\)?|[-–—]+)$/iu
  const words = noPatronymic.test(said) ? said.replace(noPatronymic, '').trim().split(/\s+/u) : all
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
  if (isInitials(familyName))
    return unclear('В письме инициалы. Впишите фамилию, уточните имя и отчество у гражданина.')
  if (isInitials(words.slice(1).join(' ')) || isInitials(givenName)) {
    return {
      familyName: readNamePart(familyName),
      givenName: notUnderstood('В письме инициалы. Уточните имя и отчество у гражданина.'),
      patronymic: null,
    }
  }
  const patronymic = rest.join(' ')
  if (rest.length === 0) {
    if (isPatronymic(givenName) && !isCommonName(givenName)) {
      return unclear('Похоже на имя и отчество без фамилии. Впишите фамилию, имя и отчество сами.')
    }
    if (isCommonName(familyName) && !isCommonName(givenName)) {
      return unclear('Похоже на «Имя Фамилия». Впишите фамилию и имя сами.')
    }
    if (endsAsFamilyName(givenName) && !endsAsFamilyName(familyName)) {
      return unclear('Похоже на «Имя Фамилия». Впишите фамилию и имя сами.')
    }
    const isCertain = !isPatronymic(familyName) && (isCommonName(givenName) || endsAsFamilyName(familyName))
    const family = readNamePart(familyName)
    return {
      familyName:
        family.value === null || isCertain ? family : good(family.value, joinedProblems(family.problem, orderRemark)),
      givenName: readNamePart(givenName),
      patronymic: null,
    }
  }
  const isTurned = rest.length === 1 && isPatronymic(givenName) && !isCommonName(givenName)
  if (isTurned || (isCommonName(familyName) && !isCommonName(givenName))) {
    return unclear('Похоже на «Имя Отчество Фамилия». Впишите фамилию, имя и отчество сами.')
  }
  const fits = rest.length === 1 || (rest.length === 2 && isPatronymicTail(rest[1] ?? ''))
  if (!fits) return unclear('Фамилию, имя и отчество не удалось разделить. Впишите их сами.')
  const isInitial = isInitials(patronymic)
  const remark = nameRemarks({ familyName, givenName, patronymic })
  const read = (part: string, problem: string | undefined): ValueReading => {
    const reading = readNamePart(part)
    return reading.value === null ? reading : good(reading.value, joinedProblems(reading.problem, problem ?? null))
  }
  return {
    familyName: read(familyName, remark.familyName),
    givenName: read(givenName, remark.givenName),
    patronymic: isInitial
      ? notUnderstood('В письме инициал вместо отчества. Уточните отчество у гражданина.')
      : read(patronymic, remark.patronymic),
  }
}

/** A part in a field of its own: what is no name of that kind is left to a person. */
export function readOwnNamePart(raw: string, part: 'familyName' | 'givenName' | 'patronymic'): ValueReading {
  const text = oneLine(raw)
  if (part === 'patronymic' && isNoPatronymic(text)) {
    return notUnderstood('В письме сказано, что отчества нет: поле оставлено пустым.')
  }
  if (isInitials(text)) return notUnderstood('В письме инициал. Уточните у гражданина и впишите полностью.')
  const reading = readNamePart(raw)
  if (reading.value === null) return reading
  const names = { familyName: '', givenName: '', patronymic: '', [part]: text }
  return good(reading.value, joinedProblems(reading.problem, nameRemarks(names)[part] ?? null))
}
