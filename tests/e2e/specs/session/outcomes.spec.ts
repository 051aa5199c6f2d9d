import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReceptionDetail } from '../../../../shared/contract/receptions.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { columnSevenFacts } from '../../../fixtures/column-seven.ts'
import type { ContractClient } from '../../../fixtures/contract-client.ts'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { cancellationCases, cancelledText, explanation, outcomeCases } from '../../../fixtures/outcome-cases.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { type RoomAndRecorder, takeNextRoom, talkUntilConsultation } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * Four ways a reception can end and a cancellation, through the screens, with column 7 word for word; the others over the
 * contract with the same words (tests/integration/reception/outcomes.test.ts).
 */
let desk: Desk
let client: ContractClient
let session: SessionPage
let today: TodayPage
let journal: JournalPage

beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  client = await desk.client()
  // Ten minutes of п. 3.12 are over for everybody: nobody has to wait for them.
  for (const { familyName } of onScreen) {
    await plantReception(
      client,
      desk.profileDirectory,
      newApplication({ familyName, inMinutes: -12, link: newMeetingLink() }),
    )
  }
  session = new SessionPage(desk.page)
  today = new TodayPage(desk.page)
  journal = new JournalPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  client.close()
  await desk.close()
})

const press = (name: string | RegExp) => desk.page.getByRole('button', { name }).click()

/** By whose reception it is: from the open room to the text of column 7 as it is to be written. */
const driven: Readonly<Record<string, () => Promise<void>>> = {
  async Алексеев() {
    await talkUntilConsultation({ session })
    await session.endTalk()
    await session.fillBlank(explanation)
  },
  async Борисов() {
    await talkUntilIdentification()
    await session.chooseProblem('Невозможна технически (п. 3.8)', 'низкое качество видео')
    await session.withoutPersonalInformation.waitFor()
    await session.endTalk()
    await session.fillBlank(explanation)
  },
  async Ильин() {
    await talkUntilConsultation({ session })
    await session.warnOfAbuse()
    await session.interruptForAbuse()
    // The text is begun before the head is informed: the time of that comes into it all the same.
    await session.usualWord('угрозы').click()
    await press('Руководитель уведомлён')
    await desk.page.getByText(/Руководитель уведомлён в/).waitFor()
  },
  async Новиков() {
    await talkUntilIdentification()
    await (await session.itemOf('Проблема', 'Связь прервалась')).click()
    await press('Связь восстановлена')
    await session.identification.waitFor()
    await (await session.itemOf('Проблема', 'Связь прервалась')).click()
    await session.endTalk()
    await session.usualWord('не давались').click()
  },
}
const onScreen = outcomeCases.filter(({ familyName }) => familyName in driven)

async function talkUntilIdentification(): Promise<void> {
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await session.identification.waitFor()
}

let before: RoomAndRecorder | null = null
/** From «Сегодня» to the open room, chosen in the recorder. */
async function open(shortName: string): Promise<void> {
  await today.go()
  await today.open(shortName)
  before = await takeNextRoom(session, before)
}

/** Column 7 as the journal's screen shows it. */
async function columnSeven(familyName: string): Promise<string | undefined> {
  await journal.go()
  await journal.search.fill(familyName)
  await journal.only(familyName)
  return (await journal.cells(familyName))[6]
}

async function receptionOf(familyName: string): Promise<ReceptionDetail> {
  const { receptions } = await unwrap(client.calls.receptions.day({ date: null }))
  const card = receptions.find(({ shortName }) => shortName.startsWith(familyName))
  if (!card) throw new Error(`no reception of ${familyName}`)
  return await unwrap(client.calls.receptions.detail({ receptionId: card.id }))
}

test.each(onScreen)('$ending', async ({ familyName, title, text }) => {
  await open(`${familyName} П. П.`)
  await driven[familyName]?.()
  await session.resultText.waitFor()
  expect(await session.outcome.inputValue()).toBe(title)
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  const reception = await receptionOf(familyName)
  expect(await columnSeven(familyName)).toBe(text(columnSevenFacts(reception)))
  expect(reception.card.recordingId).not.toBeNull()
})

test('each of the four was driven', () => {
  expect(onScreen).toHaveLength(Object.keys(driven).length)
})

/** «Отменить (п. 2.6)…» belongs to «Сегодня». */
test('cancelled before it began', async () => {
  const [{ familyName, choice, words }] = cancellationCases
  const application = newApplication({ familyName, inMinutes: 0, link: newMeetingLink() })
  await plantReception(client, desk.profileDirectory, application)
  await today.go()
  await today.cancel(`${familyName} П. П.`, choice)
  await today
    .line(familyName)
    .getByText(/^отменён/)
    .waitFor()
  expect(await columnSeven(familyName)).toBe(cancelledText(columnSevenFacts(await receptionOf(familyName)), words))
})

test('nothing complained on the way', () => {
  expect(desk.complaints).toEqual([])
})
