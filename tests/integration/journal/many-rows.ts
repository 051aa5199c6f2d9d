import type { TestStores } from '../../unit/electron/database/fixture.ts'

const families = ['Петров', 'Сидоров', 'Ковалёв', 'Ким', 'Семёнов', 'Королёв', 'Зуев', 'Лебедев', 'Ефимов', 'Черных']
const givenNames = ['Пётр Ильич', 'Мария Олеговна', 'Анна Сергеевна', 'Рашид Маратович', 'Юлия Павловна']
const topics = [
  'Субсидия на оплату ЖКУ',
  'Социальный контракт',
  'Выплата на третьего ребёнка',
  'Надомное социальное обслуживание',
  'Льготный проезд пенсионеров',
]
const outcomes = ['held', 'held', 'held', 'heldGeneral', 'notConnected', 'cancelledRefused', 'fault', null] as const

const idOf = (kind: 1 | 2 | 3, index: number): string =>
  `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Journal rows as years of work leave them: one in a thousand has a word of its own. */
export function insertManyRows(
  stores: Pick<TestStores, 'database' | 'accounts' | 'journalProjection'>,
  count: number,
): void {
  const { database, accounts, journalProjection } = stores
  const { bodyId, workplaceId } = accounts.place()
  // Only journal and index are under test: the application behind each row would add nothing but time.
  database.raw.pragma('foreign_keys = OFF')
  database.write.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const day = new Date(Date.UTC(2023, 0, 9) + Math.floor(index / 100) * 86_400_000).toISOString().slice(0, 10)
      const outcome = outcomes[index % outcomes.length] ?? null
      const topic = topics[index % topics.length] ?? ''
      journalProjection.insert({
        application_id: idOf(1, index),
        body_id: bodyId,
        workplace_id: workplaceId,
        journal_year: Number(day.slice(0, 4)),
        journal_number: index + 1,
        received_on: day,
        full_name: `${families[(index * 7) % families.length]}${index % 2 ? '' : 'а'} ${givenNames[index % givenNames.length]}`,
        topic: index % 1000 === 0 ? `${topic}, выезд комиссии` : topic,
        consideration: `Назначен личный прием ${day} в 09:00`,
        specialist_name: 'Иванова Анна Петровна',
        result: outcome ? `Личный прием проведен. Даны разъяснения: ${topic}.` : '',
        reception_id: idOf(2, index),
        reception_date: day,
        outcome,
        recording_id: outcome === 'held' && index % 50 ? idOf(3, index) : null,
      })
    }
  })
  database.raw.pragma('foreign_keys = ON')
  database.raw.exec('analyze')
}
