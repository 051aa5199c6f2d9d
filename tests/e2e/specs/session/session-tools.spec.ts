import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { previewChannelName } from '../../../../shared/recording/preview.ts'
import { axeViolations, axeViolationsInBothSchemes } from '../../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../../fixtures/desk.ts'
import { newApplication } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { armRecorder, meetingLink, openReception } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { until } from '../../../fixtures/until.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** What stands beside the steps of a reception: help, participants, times, the key that hides everything. */
let desk: Desk
let session: SessionPage
let recorder: Page
beforeAll(async () => {
  desk = await openDesk({ demonstration: true, room: quietRoom })
  const client = await desk.client()
  for (const [familyName, link] of [
    ['Сидоров', meetingLink],
    ['Орлов', 'https://telemost.yandex.ru/j/22345678901234'],
  ] as const) {
    await plantReception(client, desk.profileDirectory, newApplication({ familyName, inMinutes: -12, link }))
  }
  client.close()
  session = new SessionPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  // A grant for an origin replaces the one for all: the recorder still needs its microphone.
  const granted = ['microphone', 'camera', 'clipboard-read', 'clipboard-write']
  await desk.context.grantPermissions(granted, { origin: desk.supervisor.origin })
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

/** Resolves when the recorder has sent so many more pictures of the full size to whoever shows them. */
const picturesSent = (page: Page, count: number) =>
  page.evaluate(
    ({ name, wanted }) =>
      new Promise<void>(resolve => {
        const channel = new BroadcastChannel(name)
        let left = wanted
        channel.onmessage = ({ data }) => {
          if (data?.kind === 'picture' && data.size === 'full') left -= 1
          if (left > 0) return
          channel.close()
          resolve()
        }
      }),
    { name: previewChannelName, wanted: count },
  )

describe('in the talk', () => {
  test('the key that hides everything is silent for acts and loses nothing', async () => {
    const { page } = desk
    recorder = (await openReception(desk, 'Попов Н. Е.')).recorder
    await session.note.fill('половина слова')
    // By its place on the keyboard: the Russian layout types another letter.
    await page.keyboard.press('Control+Shift+KeyH')
    await page.getByText('Экран скрыт').waitFor()
    for (const key of ['Control+Enter', 'F4', 'Escape', 'Alt+KeyT']) await page.keyboard.press(key)
    expect(await page.getByText('Экран скрыт').isVisible()).toBe(true)
    await page.keyboard.press('Control+Shift+KeyH')
    await session.citizenConnected.waitFor()
    expect(await session.note.inputValue()).toBe('половина слова')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('who else is there stands on the screen and in column 7', async () => {
    await desk.page.keyboard.press('Control+Enter')
    await session.noticeGiven.waitFor()
    await session.notePresence('дочь', true)
    await session.side.getByText('Присутствует: дочь (гражданин согласен)').waitFor()
    await desk.page.keyboard.press('Control+Enter')
    await session.identification.waitFor()
  })

  test('the panel on top: clock, recording and microphone without a name; its keys reach the desk', async () => {
    const { page } = desk
    const opened = desk.context.waitForEvent('page')
    await page.keyboard.press('Alt+KeyO')
    const panel = await opened
    await panel.getByRole('heading', { name: 'Идентификация' }).waitFor()
    await panel.getByText(/^Запись \d/).waitFor()
    await panel.getByText(/Осталось/).waitFor()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await panel.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
      expect(await axeViolations(panel)).toEqual([])
    }
    expect(await panel.locator('html').innerText()).not.toMatch(/Попов/)
    expect(await panel.title()).toBe('Видеоприём: панель')

    await panel.getByRole('button', { name: /убрать голос/ }).click()
    await panel.getByRole('button', { name: /вернуть голос/ }).waitFor()
    await panel.keyboard.press('F8')
    await panel.getByRole('button', { name: /убрать голос/ }).waitFor()
    await panel.keyboard.press('Control+Shift+KeyH')
    await panel.getByText('Экран скрыт').waitFor()
    expect(await panel.getByRole('button').count()).toBe(0)
    await panel.keyboard.press('Control+Shift+KeyH')
    // The key of a step does nothing here.
    await panel.keyboard.press('Control+Enter')
    await panel.keyboard.press('F4')
    await page.getByRole('dialog', { name: /Прервать/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: /Прервать/ }).waitFor({ state: 'detached' })
    expect(await session.identification.isVisible()).toBe(true)

    const closed = panel.waitForEvent('close')
    await page.bringToFront()
    await page.keyboard.press('Alt+KeyO')
    await closed
    await page.getByRole('button', { name: 'Панель поверх окон', pressed: false }).waitFor()
  })

  test('after a gap Ctrl+Enter belongs to the repeated notice, the identification waits for it', async () => {
    const { page } = desk
    await recorder.reload()
    await page.getByText('Сообщите: видеозапись продолжается').waitFor()
    await armRecorder(recorder)
    await page.bringToFront()
    for (const key of ['1', '2', '3', '4']) await page.keyboard.press(key)
    expect(await session.identityEstablished.count()).toBe(0)
    await session.noticeRepeated.and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Сообщите: видеозапись продолжается').waitFor({ state: 'hidden' })
    expect(await session.identification.isVisible()).toBe(true)
    await session.side.getByText(/Запись \d{2}:/).waitFor()
    // What waited out of sight was not ticked by the keys.
    expect(await session.identification.getByRole('checkbox', { checked: true }).count()).toBe(0)
  })

  test('the last tick is taken back by a key, whatever it was', async () => {
    const { page } = desk
    await session.showDocument()
    await page.getByRole('group', { name: 'Последняя отметка' }).getByText('Документ показан').waitFor()
    await page.keyboard.press('Alt+KeyZ')
    await session.showing().waitFor()
  })

  test('the whole identification is in sight at 1366×768 and goes by the keys 1–4', async () => {
    const { page } = desk
    await page.setViewportSize({ width: 1366, height: 768 })
    await session.identification.getByRole('checkbox', { name: 'номер', exact: true }).waitFor()
    // What can be taken back is offered for ten seconds and then leaves its place.
    await page.getByRole('group', { name: 'Последняя отметка' }).waitFor({ state: 'hidden' })
    for (const name of ['Личность установлена', 'Не получилось']) {
      const box = await page.getByRole('button', { name }).boundingBox()
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(768)
    }
    const shown = () => session.picture.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL('image/jpeg'))
    await page.getByRole('button', { name: 'Остановить кадр' }).click()
    await page.getByRole('button', { name: 'Кадр остановлен' }).waitFor()
    const still = await shown()
    await picturesSent(page, 4)
    expect(await shown()).toBe(still)
    await isAccessible()
    await page.getByRole('button', { name: 'Кадр остановлен' }).click()
    await until('the picture goes on', shown, picture => picture !== still)
    for (const key of ['1', '2', '3', '4']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    expect(await session.identification.isVisible()).toBe(true)
    await page.keyboard.press('Control+Enter')
    expect(await session.identification.isVisible()).toBe(true)
    await session.identification.getByText('Отметьте, как показан документ').waitFor()
    await session.showDocument()
    await session.removeDocument()
    await session.identityEstablished.and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Консультация' }).waitFor()
  })

  test('a time is put right and the old one stays; a call is entered later', async () => {
    const { page } = desk
    const times = await session.openTimes()
    await times.getByRole('button', { name: 'Изменить время: Комната открыта' }).click()
    const typed = { hours: times.getByLabel('Часы').first(), seconds: times.getByLabel('Секунды') }
    const before = `${await typed.hours.inputValue()}:`
    await typed.hours.focus()
    await page.keyboard.press('ArrowDown')
    await times.getByRole('button', { name: 'Записать' }).click()
    await typed.seconds.waitFor({ state: 'hidden' })
    await times.getByText(`было ${before}`).waitFor()
    await times.getByRole('combobox', { name: 'Что было' }).click()
    await page.getByRole('option', { name: 'Звонок: не ответил' }).click()
    await times.getByLabel('Часы').fill('00')
    await times.getByLabel('Минуты').fill('01')
    await times.getByRole('button', { name: 'Внести' }).click()
    await times.getByText('Звонок гражданину: не ответил').waitFor()
    await times.getByRole('combobox', { name: 'Что было' }).click()
    await page.getByRole('option', { name: 'Звонок: согласован иной срок' }).click()
    await times.getByLabel('Часы').first().fill('00')
    await times.getByLabel('Минуты').first().fill('02')
    expect(await times.getByRole('button', { name: 'Внести' }).isDisabled()).toBe(true)
    await times.getByLabel('Иной срок').fill('25.11.2030')
    await page.keyboard.press('Tab')
    await times.getByLabel('Часы').last().fill('10')
    await times.getByLabel('Минуты').last().fill('00')
    await isAccessible()
    await times.getByRole('button', { name: 'Внести' }).click()
    await times.getByText('Звонок гражданину: согласован иной срок').waitFor()
    await times
      .getByText(/внесено позже/)
      .nth(1)
      .waitFor()
    await isAccessible()
    await session.closeDialog()
  })

  test('an emergency opens the address by an act, and the reception goes on', async () => {
    const dialog = await session.openEmergency()
    await dialog.getByText('Морозова Е. В., начальник отдела').waitFor()
    await dialog.getByRole('button', { name: 'Показать адрес' }).click()
    await dialog.getByText(/Кемерово/).waitFor()
    await dialog.getByRole('button', { name: 'Позвонили: 103' }).click()
    await dialog.getByRole('button', { name: 'Руководитель уведомлён' }).click()
    await dialog.getByText(/Руководитель уведомлён в/).waitFor()
    await dialog.getByRole('button', { name: 'Прекратить приём' }).click()
    await session.resultText.waitFor()
    const text = await session.resultText.inputValue()
    expect(text).toContain('На приеме также присутствовали: дочь (с согласия гражданина).')
    expect(text).toMatch(/Вызваны экстренные службы: 103 в \d{2}:\d{2}\. Руководитель уведомлен в \d{2}:\d{2}\.$/)
  })

  test('a stray Enter does not wipe out the place left in column 7; the room is ticked empty', async () => {
    const { page } = desk
    await page.keyboard.press('Enter')
    expect(await session.resultText.inputValue()).toContain('{…}')
    await page.getByRole('button', { name: 'Гражданин вышел из комнаты' }).click()
    await page.getByText(/Гражданин вышел из комнаты в/).waitFor()
    await session.fillBlank('гражданину стало плохо, вызвана скорая помощь')
    await page.keyboard.press('Control+Enter')
    await session.writtenToJournal.waitFor()
  })
})

describe('waiting for a citizen who does not come', () => {
  test('the phone, the link once more without a name or a topic, the number in groups', async () => {
    const { page } = desk
    const today = new TodayPage(page)
    await today.go()
    await today.open('Сидоров П. П.')
    await session.openRoom()
    await page.bringToFront()
    await page.getByRole('button', { name: 'Сейчас подключится' }).click()
    await session.side.getByText(/Звонки: \d{2}:\d{2} подключится/).waitFor()
    await page.getByRole('button', { name: 'Скопировать ссылку' }).click()
    await page.getByText('Текст со ссылкой скопирован').waitFor()
    const sent = await page.evaluate(() => navigator.clipboard.readText())
    expect(sent).toContain(meetingLink)
    expect(sent).toContain('1234 5678 9012 34')
    expect(sent).not.toMatch(/Сидоров|Субсидия/)
  })

  test('a card is read aloud and stays in the history', async () => {
    const card = await session.help('iPhone', 'Показать экран')
    await card.getByText('Начать вещание').waitFor()
    await session.closeDialog()
    const times = await session.openTimes()
    await times.getByText('Помощь с подключением: показ экрана, iPhone').waitFor()
    await isAccessible()
    await session.closeDialog()
  })

  test('our late opening stands beside the legal moment', async () => {
    await session.steps
      .getByText(/10 минут по п\. 3\.12.* — \d{2}:\d{2}; с учётом нашего перерыва — \d{2}:\d{2}/)
      .first()
      .waitFor()
  })

  test('of who talks by chat nobody demands a microphone', async () => {
    const dialog = await session.openInterruptions()
    await session.lamp('подключился').click()
    await dialog.getByRole('radio', { name: /микрофон/ }).waitFor()
    await session.closeDialog()
    await session.setContactMeans('через чат')
    await session.openInterruptions()
    await session.lamp('слышно').waitFor({ state: 'hidden' })
    await dialog.getByText(/демонстрацию экрана/).waitFor()
    expect(await dialog.getByText(/микрофон/).count()).toBe(0)
    await dialog.getByRole('textbox', { name: 'Почему прерываете раньше' }).fill('следующий гражданин уже ждёт')
    await dialog.getByRole('button', { name: 'Прервать приём', exact: true }).click()
    await session.resultText.waitFor()
    expect(await session.resultText.inputValue()).toContain('Общение велось в чате.')
    await session.closeReception.click()
    await session.writtenToJournal.waitFor()
  })
})

describe('a fault', () => {
  test('one unanswered call is not the end of it (п. 3.5)', async () => {
    const { page } = desk
    const today = new TodayPage(page)
    await today.go()
    await today.open('Орлов П. П.')
    await session.markFault('Нет звука')
    const write = page.getByRole('button', { name: 'Записать результат…' })
    for (const left of ['2 попыток', '1 попытки']) {
      await session.noteFaultCall('Не ответил')
      await page.getByText(`после ещё ${left} дозвона`).waitFor()
      expect(await write.isDisabled()).toBe(true)
    }
    await session.noteFaultCall('Не ответил')
    await write.and(page.locator(':enabled')).click()
    await session.resultText.waitFor()
    expect(await session.resultText.inputValue()).toMatch(/Не дозвонились: \d{2}:\d{2}, \d{2}:\d{2}, \d{2}:\d{2}\.$/)
    await session.closeReception.click()
    await session.writtenToJournal.waitFor()
    expect(desk.complaints).toEqual([])
  })
})
