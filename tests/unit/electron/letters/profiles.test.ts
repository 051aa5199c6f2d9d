import { expect, test } from 'vitest'
import { readLetter } from '../../../../electron/letters/read-letter.ts'
import type { MappingProfile } from '../../../../shared/letters/letter-reading.ts'
import { letter, part } from '../../../fixtures/letters/mime.ts'

const nowMs = Date.parse('2026-11-20T03:00:00Z')
const profile = (changes: Partial<MappingProfile>): MappingProfile => ({
  ...{ profileId: '0193a0c0-0000-7000-8000-000000000001', name: 'Сайт', senderEnds: '', labels: {} },
  ...changes,
})
const raw = letter(
  {},
  part('Кто обращается: Канарейкин Пётр Петрович\nЧто болит: пособие\nКуда звонить: 8 900 000-00-01\nСНИЛС: 0'),
)

const own = profile({
  labels: {
    familyName: ['кто обращается'],
    givenName: ['Кто обращается:'],
    patronymic: ['Кто обращается'],
    topic: ['Что болит'],
    phone: ['Куда звонить.'],
  },
})

test('unknown labels are kept and never guessed', async () => {
  expect((await readLetter(raw, [], nowMs)).application).toBeNull()
})

test('a profile names them, compared without case, dots and colons', async () => {
  const reading = await readLetter(raw, [own], nowMs)
  expect(reading.kind).toBe('application')
  expect(reading.application?.profileId).toBe(own.profileId)
  expect(reading.application?.fields.map(({ name, value }) => [name, value])).toEqual([
    ['familyName', 'Канарейкин'],
    ['givenName', 'Пётр'],
    ['patronymic', 'Петрович'],
    ['topic', 'пособие'],
    ['phone', '+79000000001'],
  ])
  expect(reading.application?.unknown).toEqual([{ label: 'СНИЛС', value: '0' }])
})

test('a profile of another sender is not used', async () => {
  expect((await readLetter(raw, [{ ...own, senderEnds: '@other.example.ru' }], nowMs)).kind).toBe('other')
  expect((await readLetter(raw, [{ ...own, senderEnds: '@MINTRUD.example.ru' }], nowMs)).kind).toBe('application')
})

test('the profile that says most wins', async () => {
  const less = profile({ profileId: '0193a0c0-0000-7000-8000-000000000002', labels: { topic: ['Что болит'] } })
  expect((await readLetter(raw, [less, own], nowMs)).application?.profileId).toBe(own.profileId)
})
