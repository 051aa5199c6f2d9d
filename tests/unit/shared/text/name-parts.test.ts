import { expect, test } from 'vitest'
import { readFullName, readOwnNamePart } from '../../../../shared/letters/values/read-name.ts'
import { isNoPatronymic, isPatronymic, nameRemarks } from '../../../../shared/text/name-parts.ts'

test.each([
  'Петрович',
  'Андреевич',
  'Ильич',
  'Кузьмич',
  'Лукич',
  'Фомич',
  'Петровна',
  'Андреевна',
  'Ильинична',
  'Никитична',
  'Лукинична',
  'Иваныч',
  'Иванна'.replace('анна', 'ановна'),
  'Гусейн оглы',
  'Гусейн-оглы',
  'Гусейноглы',
  'Али кызы',
  'Аликызы',
  'Вагиф гызы',
  'Анвар угли',
  'Анвар ўғли',
  'Бахтиёр қизи',
  'Бек уулу',
  'Нурлан улы',
  'Рахимзода',
  'Рахим зода',
  'Марат ұлы',
  'Маратұлы',
  'Серік қызы',
])('«%s» ends as a patronymic', text => {
  expect(isPatronymic(text)).toBe(true)
})

test.each(['Пётр', 'Анна', 'Канарейкин', 'Ким', 'Мария', 'Вэй', 'Саида'])('«%s» does not', text => {
  expect(isPatronymic(text)).toBe(false)
})

test.each([
  'нет',
  'Нет',
  '-',
  '—',
  'отсутствует',
  'без отчества',
  'не имеется',
  'н/д',
  'n/a',
  '...',
  'прочерк',
  'не указано',
  'н/а',
  'нет отчества',
  'отчества нет',
  'отчество отсутствует',
  'не имею',
  '0',
])('«%s» says there is none', text => {
  expect(isNoPatronymic(text)).toBe(true)
  expect(readOwnNamePart(text, 'patronymic').value).toBeNull()
})

const parts = (raw: string) => {
  const { familyName, givenName, patronymic } = readFullName(raw)
  return [familyName.value, givenName.value, patronymic?.value ?? null]
}
const nothing = [null, null, null]

test.each<[string, (string | null)[]]>([
  ['Канарейкин Пётр Петрович', ['Канарейкин', 'Пётр', 'Петрович']],
  ['Абрамович Роман Ильич', ['Абрамович', 'Роман', 'Ильич']],
  ['Иванова Анна', ['Иванова', 'Анна', null]],
  ['Ким Ольга', ['Ким', 'Ольга', null]],
  ['Мамедов Расим Гусейн оглы', ['Мамедов', 'Расим', 'Гусейн оглы']],
  ['Мамедова Лейла Гусейн-кызы', ['Мамедова', 'Лейла', 'Гусейн-кызы']],
  ['Каримов Анвар Бахтиёр угли', ['Каримов', 'Анвар', 'Бахтиёр угли']],
  ['Иванов Пётр нет', ['Иванов', 'Пётр', null]],
  ['Иванов Пётр (отчества нет)', ['Иванов', 'Пётр', null]],
  ['Иванов Пётр -', ['Иванов', 'Пётр', null]],
  ['Иванов Пётр П.', ['Иванов', 'Пётр', null]],
  ['Иванов П. П.', ['Иванов', null, null]],
  ['Иванов П.П.', ['Иванов', null, null]],
  // Another order is left to a person.
  ['Пётр Петрович Канарейкин', nothing],
  ['Анна Ильинична Ким', nothing],
  ['Пётр Канарейкин', nothing],
  ['Пётр Петрович', nothing],
  ['П. П. Канарейкин', nothing],
  ['Расим Гусейн оглы Мамедов', nothing],
  ['Роман Аркадьевич Абрамович', nothing],
  ['Эльдар Каримов', nothing],
  ['Зульфия Ахметова', nothing],
  ['Зураб Полонский', nothing],
  ['Иванов Пётр прочерк', ['Иванов', 'Пётр', null]],
  ['Иванов Пётр не имеет', ['Иванов', 'Пётр', null]],
  ['Иванов Пётр нет отчества', ['Иванов', 'Пётр', null]],
  ['Каримова Зульфия', ['Каримова', 'Зульфия', null]],
])('«%s»', (raw, expected) => {
  expect(parts(raw)).toEqual(expected)
})

test('what does not end as a patronymic is kept and remarked on', () => {
  const { patronymic } = readFullName('Нгуен Ван Тхань')
  expect(patronymic).toMatchObject({ value: 'Тхань', problem: expect.stringContaining('Не похоже на отчество') })
  expect(readFullName('Канарейкин Пётр Петрович').patronymic?.problem).toBeNull()
})

const typed = { familyName: 'Канарейкин', givenName: 'Пётр', patronymic: 'Петрович' }

test.each([
  [{}, []],
  [{ patronymic: '' }, []],
  [{ patronymic: 'Гусейн оглы' }, []],
  [{ familyName: 'Абрамович' }, []],
  [{ patronymic: 'нет' }, ['patronymic']],
  [{ patronymic: 'П.' }, ['patronymic']],
  [{ patronymic: 'П' }, ['patronymic']],
  [{ patronymic: 'Канарейкин' }, ['patronymic']],
  [{ givenName: 'П.' }, ['givenName']],
  [{ familyName: 'Пётр', givenName: 'Петрович', patronymic: 'Канарейкин' }, ['familyName', 'givenName', 'patronymic']],
  [{ familyName: 'Пётр', givenName: 'Канарейкин', patronymic: '' }, ['familyName']],
])('typed %o is remarked on at %o', (changes, fields) => {
  expect(Object.keys(nameRemarks({ ...typed, ...changes })).sort()).toEqual([...fields].sort())
})

test.each(['Ким Чен', 'Регина Ильина', 'Садо Хасан', 'Магомедович Хасан', 'Хасан Ибрагимов Магомедович'])(
  'the order of «%s» is not certain: a person is asked',
  raw => {
    const { familyName, givenName } = readFullName(raw)
    expect(familyName.problem ?? givenName.problem).toMatch(/где фамилия|так ли стоят|Впишите/u)
  },
)

test.each(['Иванова Анна', 'Ким Ольга', 'Каримова Зульфия', 'Ибрагимов Хасан Магомедович', 'Шевченко Гульназ'])(
  'the order of «%s» needs no remark',
  raw => {
    const { familyName, givenName } = readFullName(raw)
    expect([familyName.problem, givenName.problem]).toEqual([null, null])
  },
)
