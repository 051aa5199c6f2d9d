import { randomUUID } from 'node:crypto'
import type { Database } from '../../../electron/database/connection.ts'
import { utcText } from '../../../electron/database/utc-text.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { withProfileDatabase } from '../../fixtures/profile-database.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { fields, storesOn } from '../../unit/electron/database/fixture.ts'
import { insertManyRows } from '../journal/many-rows.ts'

/** What a workplace has after years: ids of it, by kind; nothing of it is used twice by the calls that change it. */
export interface LargeData {
  /** Appointed for the days to come; each with its reception. */
  readonly ahead: readonly { readonly applicationId: string; readonly receptionId: string }[]
  /** Received and closed. */
  readonly closed: readonly { readonly applicationId: string; readonly receptionId: string }[]
  readonly letters: readonly string[]
  readonly answers: readonly string[]
  readonly recordings: readonly string[]
  readonly notices: readonly string[]
}

export const sizes = { journalRows: 20_000, applications: 2_000, letters: 500, eventLines: 80_000, recordings: 1_500 }
/** The rest is still to come: ten a day for the thirty days within which anybody is received. */
const pastShare = 0.85
const dayMs = 86_400_000

/** Fills a profile whose program does not run. */
export function fillProfile(profileDirectory: string): Promise<LargeData> {
  return withProfileDatabase(profileDirectory, fill)
}

function fill(database: Database, place: { bodyId: string; workplaceId: string }): LargeData {
  const nowMs = Date.now()
  let clockMs = nowMs
  const stores = storesOn(database, { nowMs: () => clockMs, monotonicMs: () => clockMs, set: () => undefined })
  const { raw } = database
  const specialist = stores.accounts.staff().find(({ role }) => role === 'specialist')
  if (!specialist) throw new Error('nobody receives here')
  const author = { id: specialist.id, fullName: specialist.fullName }
  insertManyRows(stores, sizes.journalRows - sizes.applications)

  const made: { [Kind in 'ahead' | 'closed']: LargeData[Kind][number][] } = { ahead: [], closed: [] }
  const event = raw.prepare(`insert into reception_event
    (reception_id, sequence, body_id, workplace_id, occurred_at, recorded_at, author_id, source, action)
    values (?, ?, ?, ?, ?, ?, ?, 'hand', ?)`)
  const step = raw.prepare('update reception set step = ? where id = ?')
  raw.exec('begin')
  for (let index = 0; index < sizes.applications; index += 1) {
    const isPast = index < sizes.applications * pastShare
    // Ten receptions a day, back from yesterday, on from tomorrow.
    const days = isPast ? -1 - Math.floor(index / 10) : 1 + Math.floor((index - sizes.applications * pastShare) / 10)
    const appointedMs = nowMs + days * dayMs + (index % 10) * 1_800_000
    clockMs = Math.min(nowMs, appointedMs - 7 * dayMs)
    const meeting = String(40_000_000_000_000 + index)
    const { applicationId, receptionId } = stores.applications.create({
      fields: fields({
        familyName: `Семёнов${String.fromCharCode(1072 + (index % 32))}`,
        birthDate: `19${50 + (index % 40)}-0${1 + (index % 9)}-11`,
        email: `person${index}@example.org`,
        receivedOn: localDate(clockMs, timeZone),
      }),
      appointedAt: utcText(new Date(appointedMs).toISOString()),
      link: { url: `https://telemost.yandex.ru/j/${meeting}`, meetingNumber: meeting },
      consideration: 'Личный прием назначен.',
      author,
    })
    if (!isPast) {
      made.ahead.push({ applicationId, receptionId })
      continue
    }
    const actions = [
      [-5, { kind: 'roomOpened' }],
      [12, { kind: 'interrupted', ground: 'notConnected', reason: null }],
      [13, { kind: 'closed', outcome: 'notConnected', resultText: 'Прием прерван.', needsWrittenReply: false }],
    ] as const
    for (const [sequence, [minutes, action]] of actions.entries()) {
      const at = new Date(appointedMs + minutes * 60_000).toISOString()
      event.run(...[receptionId, sequence, place.bodyId, place.workplaceId, at, at, author.id, JSON.stringify(action)])
    }
    step.run('closed', receptionId)
    made.closed.push({ applicationId, receptionId })
  }
  clockMs = nowMs
  const recordings = insertRecordings(database, place, author.id, made.closed.slice(0, sizes.recordings), nowMs)
  const notices = insertNotices(database, place, author.id, made.closed.slice(0, 500), nowMs)
  const letters = Array.from({ length: sizes.letters }, (_, index) =>
    storeLetter(database, place, {
      raw: applicationLetter(index),
      kind: 'application',
      receivedAt: new Date(nowMs - index * 3_600_000).toISOString(),
    }),
  )
  const answers = Array.from({ length: 60 }, (_, index) =>
    storeLetter(database, place, {
      raw: answerLetter(index),
      kind: 'reply',
      receivedAt: new Date(nowMs - index * 3_600_000).toISOString(),
    }),
  )
  for (let line = 0; line < sizes.eventLines; line += 1) {
    stores.eventLog.append({
      accountId: author.id,
      kind: 'receptionEvent',
      objects: { sequence: line },
      result: 'done',
    })
  }
  raw.exec('commit')
  raw.exec('analyze')
  return { ...made, recordings, notices, letters, answers }
}

function insertRecordings(
  { raw }: Database,
  { bodyId, workplaceId }: { bodyId: string; workplaceId: string },
  authorId: string,
  receptions: readonly { receptionId: string }[],
  nowMs: number,
): string[] {
  const insert = raw.prepare(`insert into recording
    (id, body_id, workplace_id, reception_id, author_id, state, started_at, retain_until, program, regulation, duration_ms,
     verdict, sha256, byte_length, relative_path, presence, presence_at, proven_at)
    values (?, ?, ?, ?, ?, 'sealed', ?, '2031-01-01', 'test', 'kuzbass-121@1', 900000, 'sound', ?, 1000, ?, ?, ?, ?)`)
  return receptions.map(({ receptionId }, index) => {
    const id = randomUUID()
    const at = new Date(nowMs - (index + 1) * 3_600_000).toISOString()
    insert.run(
      ...[id, bodyId, workplaceId, receptionId, authorId, at, index.toString(16).padStart(64, '0')],
      ...[`${at.slice(0, 4)}/${at.slice(5, 7)}/${id}`],
      ...[index % 50 === 0 ? 'missing' : 'here', at, at],
    )
    return id
  })
}

function insertNotices(
  { raw }: Database,
  { bodyId, workplaceId }: { bodyId: string; workplaceId: string },
  authorId: string,
  applications: readonly { applicationId: string; receptionId: string }[],
  nowMs: number,
): string[] {
  const notice = raw.prepare(`insert into notice
    (id, body_id, workplace_id, application_id, reception_id, kind, sequence, to_address, subject, text, calendar,
     message_id, formed_at, author_id)
    values (?, ?, ?, ?, ?, 'appointment', 0, 'person@example.org', 'Приём', ?, null, ?, ?, ?)`)
  const open = raw.prepare("insert into notice_open (notice_id, body_id, state) values (?, ?, 'waiting')")
  return applications.map(({ applicationId, receptionId }, index) => {
    const id = randomUUID()
    const at = new Date(nowMs - index * 3_600_000).toISOString()
    const text = 'Уведомляем о дате и времени приёма. '.repeat(40)
    notice.run(...[id, bodyId, workplaceId, applicationId, receptionId, text, `<${id}@example.org>`, at, authorId])
    open.run(id, bodyId)
    return id
  })
}

const head = (index: number, from: string, more = '') =>
  `From: Site <${from}>\r\nSubject: =?utf-8?B?${Buffer.from(`Заявка ${index}`).toString('base64')}?=\r\n${more}MIME-Version: 1.0\r\n`

/** One in fifty is large and in a charset nobody named: the slowest there is. */
function applicationLetter(index: number): Buffer {
  const form = `Фамилия: Канарейкин\r\nИмя: Пётр\r\nТелефон: +7 900 000-00-${String(index % 100).padStart(2, '0')}\r\nТема: Субсидия\r\n`
  const plain = `${head(index, `noreply${index}@example.ru`)}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${form}`
  if (index % 50 !== 7) return Buffer.from(plain)
  const line = Buffer.from([0xc4, 0xee, 0xf0, 0xee, 0xe3, 0xe0, 0x20, 0xd2, 0xe5, 0xea, 0xf1, 0xf2, 0xff, 0x0d, 0x0a])
  return Buffer.concat([Buffer.from(plain), ...Array.from({ length: 60_000 }, () => line)])
}

const answerLetter = (index: number): Buffer =>
  Buffer.from(
    `${head(index, `person${index}@example.org`, `In-Reply-To: <${randomUUID()}@example.org>\r\n`)}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nПодтверждаю участие.\r\n${'> цитата\r\n'.repeat(2000)}`,
  )
