import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { type Desk, firstRun, openDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { armRecorder, closeAsHeld, openReception, talkUntilConsultation } from '../../../fixtures/reception-by-hand.ts'
import { until } from '../../../fixtures/until.ts'
import { readPictures } from '../../../integration/recorder-page/media-facts.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** Two receptions in a row, the room of the first left open: the second is never recorded from it. Steps build on each other. */
let desk: Desk
let session: SessionPage
let recorder: Awaited<ReturnType<typeof openReception>>['recorder']
/** The clock in the first room's picture is a year slow: who sees it in a file knows which room was recorded. */
const slowMs = 365 * 86_400_000

beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
  const client = await desk.client()
  for (const familyName of ['Первый', 'Второй']) {
    await plantReception(client, desk.profileDirectory, newApplication({ familyName, link: newMeetingLink() }))
  }
  client.close()
  session = new SessionPage(desk.page)
})
afterAll(() => desk.close())

const picturesOf = async (recordingId: string) => {
  const entries = await readdir(desk.profileDirectory, { recursive: true, withFileTypes: true })
  const film = entries.find(({ name, parentPath }) => /\.(mkv|webm)$/.test(name) && parentPath.includes(recordingId))
  if (!film) throw new Error('no film of the recording')
  return await readPictures(join(film.parentPath, film.name))
}

const notArmed = { ok: false, fault: { code: 'recorderNotArmed' } }

/** What a page could ask for that asks nobody. */
async function connectByContract() {
  const client = await desk.client()
  const { receptions } = await unwrap(client.calls.receptions.day({ date: null }))
  const receptionId = receptions.find(({ shortName }) => shortName.startsWith('Второй'))?.id ?? ''
  const { card } = await unwrap(client.calls.receptions.detail({ receptionId }))
  const reply = await client.calls.receptions.act({
    receptionId,
    expectedSequence: card.state.nextSequence,
    action: { kind: 'citizenConnected' },
    occurredAt: null,
  })
  client.close()
  return reply
}

test('the first reception is held, its room stays open', async () => {
  const opened = await openReception(desk, 'Первый П. П.')
  recorder = opened.recorder
  await opened.room.evaluate(behindMs => {
    const now = Date.now
    Date.now = () => now() - behindMs
    // The share picker chooses by title: this room is passed over from now on.
    document.title = 'the room before'
  }, slowMs)
  await talkUntilConsultation({ session })
  await session.side.getByText(/проверено/i).waitFor({ timeout: 30_000 })
  await closeAsHeld({ session })
  await recorder.getByRole('heading', { name: 'Выберите окно Телемоста' }).waitFor()
})

test('in the second the first room is neither shown nor taken for ready, and the workstation refuses it', async () => {
  const { page } = desk
  await new TodayPage(page).go()
  await new TodayPage(page).open('Второй П. П.')
  const room = await session.openRoom()
  await room.getByRole('button', { name: 'Войти со звуком' }).click()
  await page.bringToFront()
  await page.getByText('В окне записи не выбрана вкладка с Телемостом').waitFor()
  expect(await session.citizenConnected.count()).toBe(0)
  await until(
    'the preview shows no source',
    () => session.picture.getAttribute('data-state'),
    state => state !== 'picture',
  )
  expect(await connectByContract()).toMatchObject(notArmed)
})

test('chosen anew, the second reception shows its own room from the first picture to the last', async () => {
  const { page } = desk
  await recorder.bringToFront()
  await armRecorder(recorder)
  await page.bringToFront()
  await page.getByText(/Чья комната записывается, не проверено/).waitFor()
  // Armed, but nobody has said yet whose room it is.
  expect(await connectByContract()).toMatchObject(notArmed)
  await talkUntilConsultation({ session })
  await session.side.getByText(/проверено/i).waitFor({ timeout: 30_000 })
  await closeAsHeld({ session })
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open('Второй П. П.')
  await recordings.panel.getByText('Запись полная').waitFor()
  await recordings.panel.getByText('Гражданина в записываемой комнате узнал специалист.').waitFor()

  const client = await desk.client()
  const { rows } = await unwrap(client.calls.recordings.list({ offset: 0, limit: 10 }))
  client.close()
  const [second, first] = rows.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))
  const yearAgoMs = Date.now() - slowMs / 2
  const clocksOf = async (recordingId = '') =>
    (await picturesOf(recordingId)).flatMap(({ sceneMs }) => (sceneMs === null ? [] : [sceneMs]))
  const own = await clocksOf(second?.id)
  expect(own.length).toBeGreaterThan(20)
  expect(own.filter(sceneMs => sceneMs < yearAgoMs)).toEqual([])
  // The other way round: the first room's clock is told by this very reading.
  expect((await clocksOf(first?.id)).some(sceneMs => sceneMs < yearAgoMs)).toBe(true)
})
