import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { formatTime, localDate } from '../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { form } from '../../fixtures/letters/sample.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { withProfileDatabase } from '../../fixtures/profile-database.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { DayPage } from '../pages/day-page.ts'
import { RepliesPage } from '../pages/replies-page.ts'

/** Answers of citizens as a specialist meets them on «Сегодня». */
let desk: Desk
let replies: RepliesPage
let day: DayPage
let cases: ApplicationsPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Зимин', 30],
    ['Котов', 60],
  ] as const) {
    const application = newApplication({ familyName, inMinutes, link: newMeetingLink() })
    const fields = { ...application.fields, email: `${familyName === 'Зимин' ? 'zimin' : 'kotov'}@example.ru` }
    const { receptionId } = await plantReception(client, desk.profileDirectory, { ...application, fields })
    const now = Date.now()
    const occurredLocal = `${localDate(now, timeZone)}T${formatTime(now, timeZone)}`
    await unwrap(client.calls.applications.mark({ receptionId, kind: 'noticeSent', occurredLocal }))
  }
  client.close()
  await write('zimin@example.ru', 'Здравствуйте!\nУчастие в приёме подтверждаю.\n\n> Вам назначен приём')
  await write('kotov@example.ru', 'К сожалению, не смогу.')
  await write('neighbour@example.ru', 'Да, буду')
  await write('zimin@example.ru', 'Я в отпуске', 'autoReply')
  replies = new RepliesPage(desk.page)
  day = new DayPage(desk.page)
  cases = new ApplicationsPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

async function write(
  from: string,
  text: string,
  kind: 'reply' | 'autoReply' | 'application' = 'reply',
  subject = 'Re: Приём по видеосвязи',
): Promise<void> {
  const raw = letter({ from: `Citizen <${from}>`, subject }, part(text))
  const receivedAt = new Date().toISOString()
  await withProfileDatabase(desk.profileDirectory, (database, place) =>
    storeLetter(database, place, { raw, kind, receivedAt }),
  )
}
const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('each answer asks for attention; its case shows whose it is and what it seems to say', async () => {
  // They are read one after another; one alone is its own line.
  await day.attention.getByRole('button', { name: '3 ответа граждан' }).waitFor()
  await day.openLineOf('Зимин П. П., № 1: пришёл ответ на уведомление')
  await replies.attention.getByText('Пришёл ответ гражданина, чья заявка, не установлено').waitFor()
  await replies.open(/Зимин П\. П\., № 1/)
  const zimin = replies.answer('Зимин П. П., № 1 в журнале')
  await zimin.getByText('Похоже, гражданин подтверждает участие').waitFor()
  expect(await zimin.getByRole('blockquote').innerText()).toBe('Здравствуйте!\nУчастие в приёме подтверждаю.')
  await isAccessible()
  await cases.line('Котов П. П.').click()
  await replies.answer('Котов П. П., № 2 в журнале').getByText('Похоже, гражданин отказывается от приёма').waitFor()
  // What a machine wrote is no answer: it waits for nobody.
  await cases.show('Готово')
  await cases.line('Автоматическое письмо').click()
  await desk.page.getByText('Это автоответ: заявки и подтверждения в нём нет.').waitFor()
  await isAccessible()
  await cases.show('Нужно сделать')
  await cases.line('Зимин П. П.').click()
})

test('Enter sets nothing; Ctrl+Enter confirms, and the answer leaves the list', async () => {
  const zimin = replies.answer('Зимин П. П., № 1 в журнале')
  await replies.confirm('Зимин П. П., № 1 в журнале').focus()
  await desk.page.keyboard.press('Enter')
  await zimin.waitFor()
  await desk.page.keyboard.press('Control+Enter')
  await zimin.waitFor({ state: 'detached' })
})

test('what was judged can be taken back for ten seconds, and is asked again', async () => {
  const { judged } = replies
  await judged.getByText('Зимин П. П., № 1: участие подтверждено').waitFor()
  await judged.getByRole('button', { name: /^Взять назад, ещё \d+ с$/ }).click()
  await replies.answer('Зимин П. П., № 1 в журнале').waitFor()
  await judged.waitFor({ state: 'detached' })
  await replies.confirm('Зимин П. П., № 1 в журнале').focus()
  await desk.page.keyboard.press('Control+Enter')
  await judged.waitFor()
  await keepPicture(desk.page, 'reply-judged')
  await isAccessible()
})

test('a refusal says what it does first, then cancels the reception', async () => {
  await cases.line('Котов П. П.').click()
  await replies.answer('Котов П. П., № 2 в журнале').getByRole('button', { name: 'Отказывается…' }).click()
  const question = desk.page.getByRole('dialog', { name: 'Отменить приём (п. 2.6)' })
  await question.getByText(/Запись об отмене появится в графе 7 журнала/).waitFor()
  await isAccessible()
  await question.getByRole('button', { name: 'Отменить приём' }).click()
  await replies.answer('Котов П. П., № 2 в журнале').waitFor({ state: 'detached' })
  const client = await desk.client()
  const { receptions } = await unwrap(client.calls.receptions.day({ date: null }))
  client.close()
  expect(receptions.find(({ shortName }) => shortName === 'Котов П. П.')?.state.step).toEqual({
    name: 'cancelled',
    reason: 'refused',
  })
})

test('an answer of somebody unknown: the application is chosen by hand, or the letter put aside', async () => {
  await cases.line('neighbour@example.ru').click()
  const unknown = replies.answer('Заявка не найдена')
  expect(await replies.confirm('Заявка не найдена').isDisabled()).toBe(true)
  await unknown.getByLabel('Чья это заявка: номер в журнале или фамилия').fill('зим')
  await unknown.getByRole('button', { name: /Зимин П\. П\., № 1/ }).click()
  const chosen = replies.answer('Зимин П. П., № 1 в журнале')
  await chosen.getByText('Участие уже подтверждено.').waitFor()
  await chosen.getByRole('button', { name: 'Не об этом' }).click()
  await cases.line('neighbour@example.ru').waitFor({ state: 'detached' })
  await isAccessible()
  await cases.find('Зимин')
  await desk.page.getByText(/Участие подтверждено .* письмом, ответ разобран:/).waitFor()
  expect(desk.complaints).toEqual([])
})

test('weak marks choose nobody; an application that answers stands as both', async () => {
  // Before what the page hears of: letters that are put into the database tell nobody that they came.
  await write('family@example.ru', 'Если смогу, буду')
  await write('other@example.ru', 'Подтверждаю', 'reply', 'Re: Приём по видеосвязи, заявка № 2')
  await write('zimin@example.ru', `Не надо, отменяйте\n\n${form()}`, 'application', 'По заявке № 1')
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Ершов', 90],
    ['Ершова', 120],
  ] as const) {
    const application = newApplication({ familyName, inMinutes, link: newMeetingLink() })
    const fields = { ...application.fields, email: 'family@example.ru' }
    await plantReception(client, desk.profileDirectory, { ...application, fields })
  }
  client.close()
  await cases.go()
  await cases.search.fill('')
  await cases.line('family@example.ru').click()
  const both = replies.answer('Подходят несколько заявок')
  await both.getByText('Отправитель family@example.ru').waitFor()
  await both.getByText('Из слов не ясно').waitFor()
  expect(await replies.confirm('Подходят несколько заявок').isDisabled()).toBe(true)
  const offered = both.getByRole('group', { name: 'Подходящие заявки' }).getByRole('button')
  expect(await offered.count()).toBe(2)
  await keepPicture(desk.page, 'replies')
  await isAccessible()
  await cases.line('Котов П. П.').click()
  const stranger = replies.answer('Котов П. П., № 2 в журнале')
  await stranger.getByText('Адрес отправителя не тот, что в заявке').waitFor()
  await cases.line('Зимин П. П.').click()
  const again = replies.answer('Зимин П. П., № 1 в журнале')
  await again.getByText('Это же письмо стоит в списке отдельно').waitFor()
  await isAccessible()
  await cases.line('Письмо: прочтите').click()
  await desk.page.getByText('Это и ответ гражданина по заявке № 1').waitFor()
  await isAccessible()
  await keepPicture(desk.page, 'letter-and-answer')
  expect(desk.complaints).toEqual([])
})
