import type { Page } from 'playwright-core'
import { ApplicationsPage } from '../e2e/pages/applications-page.ts'
import { EquipmentPage } from '../e2e/pages/equipment-page.ts'
import { JournalPage } from '../e2e/pages/journal-page.ts'
import { MailroomPage } from '../e2e/pages/mailroom-page.ts'
import { NoticesPage } from '../e2e/pages/notices-page.ts'
import { RejectionCard } from '../e2e/pages/rejection-card.ts'
import { TakeoverDialog } from '../e2e/pages/takeover-dialog.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { newMeetingLink } from '../fixtures/new-application.ts'
import { otherSpecialist, staff } from '../fixtures/people.ts'

/** A picture's name → what brings the screen there. */
export type Scenes = Readonly<Record<string, () => Promise<void>>>

/** These go on where the scene before them stopped; all others begin at the start page. */
export const goesOn = (name: string): boolean =>
  /^(rejection-s|elsewhere-|settings-.*(out|texts|authorise)|board-)/.test(name)

/** The scenes from a letter to a reception: before anything is there, for the specialist and for the two others. */
export function applicationScenes(page: Page) {
  const screen = new ApplicationsPage(page)
  const mailroom = new MailroomPage(page)
  const notices = new NoticesPage(page)
  const rejection = new RejectionCard(page)
  const today = new TodayPage(page)

  const settingsTab = async (name: string) => {
    await page.getByRole('link', { name: 'Настройки' }).click()
    await page.getByRole('tab', { name, exact: true }).click()
    await page.waitForLoadState('networkidle')
  }
  async function choose(text: string): Promise<void> {
    await screen.find(text)
    await screen.chosen.getByRole('heading').first().waitFor()
  }

  /** A line of what is to be done, by its words. */
  async function openLine(text: string | RegExp): Promise<void> {
    await screen.go()
    await screen.line(text).first().click()
  }

  async function fillAppointment(): Promise<void> {
    await choose('Канарейкин П. П.')
    await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
    await screen.chosenTime.waitFor()
    await screen.field('Ссылка на встречу в Телемосте или её номер').fill(newMeetingLink())
  }

  const empty: Scenes = {
    'applications-empty': async () => {
      await screen.go()
      await page.getByText('Всё сделано').waitFor()
    },
    'applications-none-over': async () => {
      await screen.go()
      await screen.show('Готово')
      await page.getByText('Завершённых заявок пока нет').waitFor()
    },
  }

  const filled: Scenes = {
    attention: async () => {
      await today.go()
      await notices.attention.waitFor()
    },
    applications: () => choose('Канарейкин П. П.'),
    'applications-long': () => choose('Соловьёва'),
    'applications-incomplete': () => choose('Щеглов'),
    'applications-nobody': () => openLine('Заявитель не назван'),
    'applications-appointed': () => choose('Зимин'),
    'applications-cancelled': () => choose('Синицын'),
    'applications-repeated': () => choose('Синицын'),
    register: async () => {
      await screen.go()
      await screen.register.click()
    },
    appoint: fillAppointment,
    'appoint-notice': async () => {
      await fillAppointment()
      await screen.appointment
        .getByRole('button', { name: /письмо|уведомление/i })
        .first()
        .click()
    },
    ...Object.fromEntries(
      ['letter-good', 'letter-incomplete', 'letter-passport', 'letter-executable', 'letter-remote'].map(
        (name, index) => [
          name,
          async () => {
            await screen.go()
            await screen.line('Письмо').nth(index).click()
            await mailroom.letter.waitFor()
            await mailroom.fields.waitFor()
          },
        ],
      ),
    ),
    'register-letter': async () => {
      await openLine('Письмо')
      await mailroom.register.click()
      await screen.registration.waitFor()
    },
    'letter-unrecognised': () => openLine('полей заявки не найдено'),
    'letter-set-aside': async () => {
      await openLine('полей заявки не найдено')
      await mailroom.letter.getByRole('button', { name: 'Отложить…' }).click()
      await mailroom.dialog.getByLabel('Почему это не заявка').fill('Реклама, ответа не требует')
      await mailroom.dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
      await mailroom.dialog.waitFor({ state: 'detached' })
      await mailroom.show('Готово')
      await mailroom.open('Письмо отложено')
    },
    replies: async () => {
      await openLine('Зимин')
      await page.getByRole('article').first().waitFor()
    },
    'reply-of-nobody': async () => {
      await openLine('neighbour@example.ru')
      await page.getByRole('article').first().waitFor()
    },
    'replies-decline': async () => {
      await openLine('Котов')
      await page.getByRole('button', { name: 'Отказывается…' }).click()
    },
    outbox: async () => {
      await screen.go()
      await notices.outbox.waitFor()
      await screen.line('Чижов').click()
    },
    'not-delivered': async () => {
      await today.go()
      await page.getByRole('button', { name: 'Сообщено гражданину…' }).first().click()
    },
    evidence: async () => {
      await choose('Дроздов')
      const evidence = page.getByRole('region', { name: 'Уведомления', exact: true })
      await evidence.getByRole('button', { name: 'Письмо и отправка' }).first().click()
      await evidence.scrollIntoViewIfNeeded()
    },
    'rejection-draft': async () => {
      await choose('Канарейкина')
      await screen.chosen.getByRole('button', { name: 'Отклонить…' }).click()
      await rejection.ground(/компетенцию/u).check()
      await rejection.field('Пояснение').fill('Вопрос о ремонте дороги относится к ведению города')
      await rejection.field('Подписывает (руководитель или уполномоченное лицо)').fill(staff.head.fullName)
      await rejection.field('Номер телефона').fill('8 (000) 000-00-00')
      await rejection.paper.getByText('проживающей по адресу').waitFor()
    },
    'rejection-signing': async () => {
      await rejection.toSigning.click()
      await rejection.card.getByText('Решение ждёт подписи').waitFor()
    },
    'rejection-sending': async () => {
      const scan = { name: 'скан.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 скан') }
      await rejection.chooseFile('Скан подписанного решения', scan)
      await rejection.write.click()
      await rejection.card.getByText(/подписано \(скан\)/u).waitFor()
    },
    'applications-rejected': () => choose('Канарейкина'),
    export: async () => {
      await new JournalPage(page).go()
      await page.getByRole('button', { name: 'Выгрузить…' }).click()
      await page
        .getByRole('dialog')
        .getByText(/За период/)
        .waitFor()
    },
    rights: async () => {
      await today.go()
      await today.line('Воронов').click()
      await page.getByRole('button', { name: 'Персональные данные…' }).click()
      await page.getByRole('button', { name: 'Внести обращение…' }).click()
    },
    takeover: async () => {
      await today.go()
      const dialog = await TakeoverDialog.openFromToday(page)
      await dialog.choose('От кого', staff.specialist.shortName)
      await dialog.choose('Кому', otherSpecialist.shortName)
      await dialog.lines.waitFor()
    },
    elsewhere: async () => {
      await page.getByRole('link', { name: 'Оборудование' }).click()
      await new EquipmentPage(page).check('quick', false)
      const trouble = page.getByRole('region', { name: 'Что делать' })
      await trouble.waitFor()
      await trouble.scrollIntoViewIfNeeded()
    },
    'elsewhere-dialog': async () => {
      await page.getByRole('button', { name: 'Другое рабочее место…' }).first().click()
      await page.getByRole('textbox', { name: 'Где пройдёт приём' }).fill('кабинет 12')
    },
    'elsewhere-session': async () => {
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await today.go()
      await today.open('Зимин П. П.')
      await page.getByText('Рабочее место неисправно').waitFor()
    },
  }

  const ofAdministrator: Scenes = {
    'settings-staff': async () => {
      await page.getByRole('link', { name: 'Настройки' }).click()
      await page.getByRole('button', { name: 'Уполномочить специалиста…' }).scrollIntoViewIfNeeded()
    },
    'settings-authorise': async () => {
      await page.getByRole('button', { name: 'Уполномочить специалиста…' }).click()
    },
    'settings-documents': () => settingsTab('Шаблоны документов'),
    'settings-mail': () => settingsTab('Почта'),
    'settings-mail-out': async () => {
      await notices.server.scrollIntoViewIfNeeded()
      await notices.server.evaluate(node => node.scrollIntoView())
    },
    'settings-mail-texts': async () => {
      await notices.templates.evaluate(node => node.scrollIntoView())
    },
    'settings-mailbox': async () => {
      await settingsTab('Почта')
      await page.getByRole('button', { name: 'Подключить ящик…' }).click()
    },
    'settings-mapping': async () => {
      await settingsTab('Почта')
      await page.getByRole('button', { name: 'Добавить сайт…' }).click()
    },
    'settings-telemost': () => settingsTab('Яндекс Телемост'),
  }
  const ofTechnician: Scenes = {
    board: async () => {
      await page.getByRole('link', { name: 'Оборудование' }).click()
      await page.getByRole('region', { name: 'Утренняя доска' }).getByRole('row').nth(1).waitFor()
    },
    'board-below': () => page.getByRole('region', { name: 'Утренняя доска' }).evaluate(node => node.scrollIntoView()),
  }

  return { empty, filled, ofAdministrator, ofTechnician }
}
