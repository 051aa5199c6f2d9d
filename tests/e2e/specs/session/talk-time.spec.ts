import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import {
  openReception,
  type RoomAndRecorder,
  takeNextRoom,
  talkUntilConsultation,
} from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * The fifteen minutes of п. 3.10. Nobody waits for them: the start of the talk is put back in «Отметки», as a specialist
 * does who marked it too late.
 */
let desk: Desk
let session: SessionPage
let today: TodayPage
let opened: RoomAndRecorder
const start = ['Комната открыта', 'Гражданин подключился']
const explanation = 'о порядке назначения субсидии'

beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  const client = await desk.client()
  for (const familyName of ['Юдин', 'Яшин']) {
    const application = newApplication({ familyName, inMinutes: -25, link: newMeetingLink() })
    await plantReception(client, desk.profileDirectory, application)
  }
  client.close()
  session = new SessionPage(desk.page)
  today = new TodayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

async function columnSeven(familyName: string): Promise<string | undefined> {
  const journal = new JournalPage(desk.page)
  await journal.go()
  await journal.search.fill(familyName)
  await journal.only(familyName)
  return (await journal.cells(familyName))[6]
}

test('«+5 мин» is offered from five minutes before the end, not earlier', async () => {
  const { page } = desk
  opened = await openReception(desk, 'Юдин П. П.')
  await talkUntilConsultation({ session })
  await session.time.getByText(/Осталось 14:\d\d из 15 мин/).waitFor()
  expect(await page.getByRole('button', { name: '5 мин' }).count()).toBe(0)
  await session.putBack(start, 12)
  await session.time.getByText(/Осталось 02:\d\d из 15 мин/).waitFor()
  await page.getByRole('button', { name: '5 мин' }).waitFor()
  await page.keyboard.press('Alt+Digit5')
  await session.time.getByText(/Осталось 07:\d\d из 20 мин/).waitFor()
  expect(await page.getByRole('button', { name: '5 мин' }).count()).toBe(0)
})

test('what our own fault took is offered back by one decision', async () => {
  const { page } = desk
  await session.markFault('Нет звука')
  await page.getByText('Неисправность с').waitFor()
  await page.getByRole('button', { name: 'Неисправность устранена' }).click()
  // The step comes back with its menus anew.
  await page.getByText('Неисправность с').waitFor({ state: 'hidden' })
  await session.putBack(['Неисправность: нет звука'], 3)
  await page.getByRole('button', { name: '+3 мин за технический перерыв' }).click()
  await session.time.getByText(/из 23 мин/).waitFor()
  expect(await page.getByRole('button', { name: /за технический перерыв/ }).count()).toBe(0)
})

test('why the time was extended is put in other words at closing; column 7 names the minutes', async () => {
  const { page } = desk
  await session.endTalk()
  const reasons = page.getByRole('group', { name: /^Причина увеличения времени в/ })
  await reasons.filter({ hasText: '+3 мин' }).getByText('Технический перерыв').waitFor()
  expect(await reasons.filter({ hasText: '+3 мин' }).getByRole('button').count()).toBe(0)
  const asked = reasons.filter({ hasText: '+5 мин' }).getByRole('button', { name: 'Просьба гражданина' })
  expect(await asked.getAttribute('aria-pressed')).toBe('false')
  await asked.click()
  await reasons
    .filter({ hasText: '+5 мин' })
    .getByText(/: Просьба гражданина$/)
    .waitFor()
  await isAccessible()
  await session.fillBlank(explanation)
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  expect(await columnSeven('Юдин')).toMatch(
    new RegExp(
      `Личный прием проведен\\. Личность установлена \\(демонстрация экрана\\)\\. Даны разъяснения: ${explanation}\\. Время увеличено на 8 мин по решению специалиста \\(п\\. 3\\.10\\)\\.$`,
    ),
  )
})

test('overtime counts on in red and is asked about once, at closing', async () => {
  const { page } = desk
  await today.go()
  await today.open('Яшин П. П.')
  await takeNextRoom(session, opened)
  await talkUntilConsultation({ session })
  await session.putBack(start, 17)
  await session.time.getByText(/^\+2:\d\d сверх 15 минут$/).waitFor()
  await page.getByRole('button', { name: 'Увеличить на 5' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page.getByRole('button', { name: 'Завершить…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить разговор' }).click()
  await page.getByText('Приём длился дольше установленного времени').waitFor()
  await page.getByRole('button', { name: 'Оставить без увеличения' }).waitFor()
  await page.getByRole('button', { name: 'Увеличить на 3 мин' }).click()
  await page.getByText('Приём длился дольше установленного времени').waitFor({ state: 'hidden' })
  await session.fillBlank(explanation)
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  expect(await columnSeven('Яшин')).toMatch(/ Время увеличено на 3 мин по решению специалиста \(п\. 3\.10\)\.$/)
  expect(desk.complaints).toEqual([])
})
