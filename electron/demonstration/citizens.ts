import type { ApplicationFields } from './application-fields.ts'

export type Citizen = Pick<ApplicationFields, 'familyName' | 'givenName' | 'patronymic' | 'birthDate' | 'address'>

const men = {
  family: 'Абрамов Борисов Воронцов Герасимов Дементьев Емельянов Журавлёв Зимин Игнатьев Калашников Лаптев Мартынов',
  given: 'Александр Валерий Виктор Геннадий Евгений Константин Леонид Пётр Роман Степан Фёдор',
  patronymic: 'Александрович Борисович Васильевич Григорьевич Иванович Николаевич Петрович',
} as const
const women = {
  family: 'Авдеева Богданова Вишнякова Горбунова Елисеева Зотова Исаева Копылова Логинова Медведева Назарова Суворова',
  given: 'Алевтина Валентина Галина Екатерина Зоя Ирина Людмила Надежда Раиса Тамара Юлия',
  patronymic: 'Алексеевна Владимировна Дмитриевна Егоровна Ивановна Михайловна Сергеевна',
} as const
const streets = [
  'ул. Весенняя',
  'пр. Ленина',
  'ул. Красная',
  'пр. Химиков',
  'ул. Сибирская',
  'пр. Шахтёров',
  'б-р Строителей',
]

/** A made-up citizen of this number; close numbers share nothing. */
export function citizenOf(number: number): Citizen {
  const names = number % 5 < 2 ? men : women
  const word = (list: string, step: number) => list.split(' ').at((number * step) % list.split(' ').length) ?? ''
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    familyName: word(names.family, 5),
    givenName: word(names.given, 3),
    patronymic: word(names.patronymic, 2),
    birthDate: `${1941 + ((number * 13) % 62)}-${two(1 + ((number * 7) % 12))}-${two(1 + ((number * 11) % 28))}`,
    address: `г. Кемерово, ${streets[number % streets.length]}, д. ${1 + ((number * 17) % 90)}, кв. ${1 + ((number * 29) % 140)}`,
  }
}
