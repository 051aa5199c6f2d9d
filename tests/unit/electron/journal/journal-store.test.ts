import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JournalFilter } from '../../../../shared/contract/journal.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
const numberOf = new Map<number, string>()

const rows = [
  {
    n: 1,
    familyName: 'Петров',
    givenName: 'Пётр',
    topic: 'Субсидия на оплату ЖКУ',
    day: '2026-11-16',
    outcome: 'held',
    recorded: true,
  },
  {
    n: 2,
    familyName: 'Петрова',
    givenName: 'Алёна',
    topic: 'Социальный контракт',
    day: '2026-11-17',
    outcome: 'held',
    recorded: false,
  },
  {
    n: 3,
    familyName: 'Ёлкин',
    givenName: 'Фёдор',
    topic: 'Выплата на третьего ребёнка',
    day: '2026-11-17',
    outcome: 'notConnected',
    recorded: false,
  },
  {
    n: 4,
    familyName: 'Матвеева',
    givenName: 'Зоя',
    topic: 'Материальная помощь',
    day: '2026-11-20',
    outcome: null,
    recorded: false,
  },
  {
    n: 5,
    familyName: 'Захаров-Белых',
    givenName: 'Олег',
    topic: 'Перерасчёт субсидии',
    day: '2026-11-18',
    outcome: 'heldGeneral',
    recorded: true,
  },
] as const

beforeAll(() => {
  stores = openStores()
  for (const row of rows) {
    const { familyName, givenName, topic } = row
    const made = stores.applications.create(
      registrationOf(stores.session, { familyName, givenName, patronymic: null, topic }, `${row.day}T09:00:00+07:00`),
    )
    numberOf.set(made.journalNumber, made.receptionId)
    if (row.outcome) {
      stores.receptions.updateJournal(made.receptionId, {
        outcome: row.outcome,
        result: `Разъяснения по строке: ${topic}.`,
      })
    }
    if (row.recorded) {
      stores.journalProjection.updateByReception(made.receptionId, { recording_id: made.receptionId })
    }
  }
})
afterAll(() => stores.close())

const list = (changes: Partial<JournalFilter>, offset = 0, limit = 100) => {
  const none = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  const { total, rows: found } = stores.journal.list({ filter: { ...none, ...changes }, offset, limit })
  return { total, numbers: found.map(({ journalNumber }) => journalNumber) }
}

test.each([
  ['everything, newest day first, in a day the highest number', {}, [4, 5, 3, 2, 1]],
  ['another ending', { search: 'субсидий' }, [5, 1]],
  ['any order of words', { search: 'жку оплата петров' }, [1]],
  ['upper case', { search: 'ЕЛКИН' }, [3]],
  ['е for ё', { search: 'федор елкин' }, [3]],
  ['ё where the text has е', { search: 'сёмейный' }, []],
  ['ё in the query', { search: 'перерасчёта' }, [5]],
  ['the last word as a beginning', { search: 'выплата тре' }, [3]],
  ['a finished last word is no beginning', { search: 'выплата тре ' }, []],
  ['a family name finds both its forms', { search: 'петрова' }, [2, 1]],
  ['and so does the masculine one', { search: 'Петров' }, [2, 1]],
  ['a short stem does not swell', { search: 'мать ' }, []],
  ['a double family name by its second part', { search: 'белых' }, [5]],
  ['a double family name with its dash', { search: 'Захаров-Белых' }, [5]],
  ['a journal number', { search: '3' }, [3]],
  ['a number with its sign', { search: '№ 3' }, [3]],
  ['a word of column 7', { search: 'разъяснений по субсидии' }, [5, 1]],
  ['not by the specialist, who stands in every row', { search: 'петровна' }, []],
  ['nobody', { search: 'сидоров' }, []],
  ['signs only', { search: '«№»' }, []],
  ['from a day', { from: '2026-11-18' }, [4, 5]],
  ['to a day, included', { to: '2026-11-17' }, [3, 2, 1]],
  ['one day', { from: '2026-11-17', to: '2026-11-17' }, [3, 2]],
  ['outcomes', { outcomes: ['notConnected', 'heldGeneral'] }, [5, 3]],
  ['without a result', { withoutResult: true }, [4]],
  ['without the recording that should be there', { withoutRecording: true }, [2]],
  ['search and filter together', { search: 'субсидия', outcomes: ['held'] }, [1]],
] satisfies [string, Partial<JournalFilter>, number[]][])('%s', (_name, filter, numbers) => {
  expect(list(filter)).toEqual({ total: numbers.length, numbers })
})

test('a window counts all that match', () => {
  expect(list({}, 1, 2)).toEqual({ total: 5, numbers: [5, 3] })
  expect(list({ search: 'субсидия' }, 1, 5)).toEqual({ total: 2, numbers: [1] })
  expect(list({}, 50, 5)).toEqual({ total: 5, numbers: [] })
})

test('a changed text is found by its new words only', () => {
  const receptionId = numberOf.get(4) ?? ''
  stores.receptions.updateJournal(receptionId, { result: 'Отложено по просьбе.' })
  expect(list({ search: 'отложить' })).toEqual({ total: 1, numbers: [4] })
  stores.receptions.updateJournal(receptionId, { result: '' })
  expect(list({ search: 'отложить' })).toEqual({ total: 0, numbers: [] })
})
