import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { registerAtDesk } from '../../fixtures/unappointed-at-desk.ts'
import { readZip } from '../../unit/electron/documents/read-zip.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RejectionCard } from '../pages/rejection-card.ts'

/** From «Отклонение заявки…» to the outbox, and the journal as a file. Steps build on each other. */
let desk: Desk
let journal: JournalPage
let rejection: RejectionCard
let screen: ApplicationsPage
beforeAll(async () => {
  desk = await openStaffedDesk()
  await registerAtDesk(desk.profileDirectory, {
    ...{ familyName: 'Канарейкина', givenName: 'Анна', patronymic: 'Ильинична', email: 'kanareykina@example.ru' },
    topic: 'Ремонт дороги у дома',
  })
  journal = new JournalPage(desk.page)
  rejection = new RejectionCard(desk.page)
  screen = new ApplicationsPage(desk.page)
})
afterAll(() => desk.close())
const picture = (name: string) => keepPicture(desk.page, name)

test('two grounds, by keyboard: the name is in the dative, the text grows beside, Enter does nothing', async () => {
  const { page } = desk
  await journal.go()
  await journal.openRow('Канарейкина')
  await journal.panel.getByRole('link', { name: 'Отклонение заявки…' }).click()
  await screen.chosen.getByRole('button', { name: 'Отклонить…' }).click()
  await rejection.card.waitFor()
  expect(await rejection.field('Ф.И.О. гражданина в дательном падеже').inputValue()).toBe('Канарейкиной Анне Ильиничне')
  await rejection.ground(/компетенцию/u).press('Space')
  await rejection.ground(/определить нельзя/u).press('Space')
  await rejection.field('Пояснение').fill('Вопрос о ремонте дороги относится к ведению города')
  await rejection.field('Подписывает (руководитель или уполномоченное лицо)').press('Enter')
  await rejection.field('Номер телефона').fill('8 (384-2) 00-00-00')
  await rejection.paper.getByText('проживающей по адресу').waitFor()
  await rejection.paper
    .getByText(/не входящего в компетенцию.*определить тематику вопроса.*ведению города\./u)
    .waitFor()
  await picture('draft')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await rejection.card.getByText('Решение ждёт подписи').waitFor()
})

test('Word and PDF of the decision are saved without the name in the file’s name', async () => {
  for (const [button, ending] of [
    ['Скачать Word', 'docx'],
    ['Скачать PDF', 'pdf'],
  ] as const) {
    const download = desk.page.waitForEvent('download')
    await rejection.card.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toBe(`Решение об отклонении заявки № 1.${ending}`)
  }
  await picture('signing')
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
})

test('what is no scan is refused; a scan is the decision, and column 5 says so', async () => {
  const file = { name: 'скан.pdf', mimeType: 'application/pdf' }
  await rejection.chooseFile('Скан подписанного решения', { ...file, buffer: Buffer.from('MZ no scan') })
  await rejection.write.click()
  await rejection.card.getByText('Это не PDF, JPEG или PNG').waitFor()
  await rejection.chooseFile('Скан подписанного решения', { ...file, buffer: Buffer.from('%PDF-1.7 скан') })
  await rejection.write.press('Enter')
  await rejection.card.getByText('Это не PDF, JPEG или PNG').waitFor()
  await rejection.write.click()
  await rejection.card.getByText(/подписано \(скан\), записано в журнал/u).waitFor()
  await picture('signed')
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await journal.go()
  await journal.openRow('Канарейкина')
  await journal.panel.getByText(/^Отклонена \d{2}\.\d{2}\.\d{4}: тематика вопроса не входит в компетенцию/u).waitFor()
})

test('«Сделать сегодня» holds it until it is sent; the outbox has it', async () => {
  const { page } = desk
  await page.getByRole('link', { name: 'Сегодня' }).click()
  const queue = page.getByRole('region', { name: 'Сделать сегодня' })
  const refused = queue.getByText(/Канарейкина А\. И\., № 1/u)
  await refused.waitFor()
  await picture('queue')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  await queue.getByRole('link', { name: 'Направить…' }).click()
  await rejection.send.click()
  await rejection.card.getByText(/Поставлено в очередь отправки/u).waitFor()
  // No mail server is entered here: that it was put into the outbox is not that it is over.
  await screen.chosen.getByText('Уведомление не уходит: сообщите гражданину').waitFor()
  await rejection.close()
  await page.getByRole('link', { name: 'Сегодня' }).click()
  await page.getByRole('button', { name: 'Завершить день…' }).waitFor()
  await refused.waitFor({ state: 'hidden' })
})

test('the journal as XLSX by screen: the purpose is asked, the rows are told, the file is whole', async () => {
  const { page } = desk
  await journal.go()
  await page.getByRole('button', { name: 'Выгрузить…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Выгрузить журнал' })
  await dialog.getByText('За период: 1 заявка.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Выгрузить', exact: true }).isDisabled()).toBe(true)
  await dialog.getByRole('combobox', { name: 'Цель выгрузки' }).or(dialog.getByLabel('Цель выгрузки')).first().click()
  await page.getByRole('option', { name: /Контроль/u }).click()
  await picture('export')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Выгрузить', exact: true }).click()
  await dialog.getByText(/сохранён в папке загрузок: 1 заявка/u).waitFor()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  const sheet = readZip(Buffer.concat(chunks)).get('xl/worksheets/sheet1.xml') ?? ''
  for (const text of ['Канарейкина Анна Ильинична', 'Отклонена ', 'Результаты проведения личного приема']) {
    expect(sheet).toContain(text)
  }
  await picture('exported')
  await dialog.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  expect(desk.complaints).toEqual([])
})
