import type { Locator, Page } from 'playwright-core'

/** «Приём». */
export class SessionPage {
  readonly page: Page
  readonly steps: Locator
  readonly side: Locator
  readonly time: Locator
  readonly identification: Locator
  readonly alarms: Locator
  readonly note: Locator
  readonly citizenConnected: Locator
  readonly noticeGiven: Locator
  readonly noticeRepeated: Locator
  readonly identityEstablished: Locator
  readonly closeReception: Locator
  readonly resultText: Locator
  readonly outcome: Locator
  readonly needsWrittenReply: Locator
  readonly withoutPersonalInformation: Locator
  readonly connectionBand: Locator
  readonly writtenToJournal: Locator
  readonly leaveRoomNow: Locator
  readonly voiceHeard: Locator
  readonly picture: Locator

  constructor(page: Page) {
    this.page = page
    this.steps = page.getByRole('region', { name: 'Ход приёма' })
    this.side = page.getByRole('complementary', { name: 'Связь и запись' })
    this.time = page.getByRole('region', { name: 'Сколько осталось' })
    this.identification = page.getByRole('region', { name: 'Идентификация' })
    this.alarms = page.getByRole('alert', { name: 'Тревоги записи' })
    this.note = page.getByRole('textbox', { name: /Заметка/ })
    this.citizenConnected = page.getByRole('button', { name: 'Это он? Начать' })
    this.noticeGiven = page.getByRole('button', { name: 'Гражданин уведомлён' })
    this.noticeRepeated = page.getByRole('button', { name: 'Сообщено' })
    this.identityEstablished = page.getByRole('button', { name: 'Личность установлена' })
    this.closeReception = page.getByRole('button', { name: 'Закрыть приём' })
    this.resultText = page.getByLabel('Результат (графа 7 журнала)')
    this.needsWrittenReply = page.getByLabel('Нужен письменный ответ')
    this.outcome = page.getByRole('combobox', { name: 'Чем закончился приём' })
    this.withoutPersonalInformation = page.getByText('персонифицированная информация не предоставляется')
    this.connectionBand = page.getByText('Нет связи с программой рабочего места')
    this.writtenToJournal = page.getByText('Записано в журнал')
    this.picture = page.getByRole('img', { name: /Изображение из окна Телемоста/ })
    this.voiceHeard = page.getByText('Слышен голос')
    this.leaveRoomNow = page.getByText('Выйдите из комнаты Телемоста сейчас')
  }

  /** Presses «Открыть комнату»; answers the room's window once the step of the waiting stands. */
  async openRoom(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page')
    const button = this.page.getByRole('button', { name: /Открыть комнату/ })
    await button.click()
    const room = await opened
    // A menu opened before the answer would go with the step that held it.
    await button.waitFor({ state: 'hidden' })
    return room
  }

  /** «Не получилось ▾» or «Проблема ▾»; answers this line of it. */
  async itemOf(menu: 'Не получилось' | 'Проблема', line: string | RegExp): Promise<Locator> {
    await this.page.getByRole('button', { name: menu, exact: true }).click()
    return this.page.getByRole('menuitem', { name: line })
  }

  /** Presses «Подключить запись»; answers the recorder's window where this page opens it itself. */
  async openRecorder(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page')
    await this.page.getByRole('button', { name: 'Подключить запись' }).first().click()
    return await opened
  }

  /** One of the conditions that are asked where an interruption is to be stated. */
  lamp(word: 'подключился' | 'слышно' | 'документ показан'): Locator {
    return this.page.getByRole('group', { name: /Условия подключения/ }).getByRole('button', { name: word })
  }

  /** Ticks everything that is there to be compared. */
  async compareAll(): Promise<void> {
    for (const label of ['лицо', 'ФИО', 'дата рождения', 'номер']) {
      const tick = this.identification.getByLabel(label, { exact: true })
      if ((await tick.count()) > 0) await tick.check()
    }
  }

  /** The mark that the document was shown so. */
  showing(method: 'экран' | 'камера' | 'оба' = 'экран'): Locator {
    return this.identification.getByRole('button', { name: `Документ показан: ${method}` })
  }

  async showDocument(method: 'экран' | 'камера' | 'оба' = 'экран'): Promise<void> {
    await this.showing(method).click()
  }

  async removeDocument(): Promise<void> {
    const removed = this.page.getByRole('button', { name: 'Документ убран' })
    await removed.click()
    // A key of the step that comes before the answer does nothing.
    await removed.waitFor({ state: 'hidden' })
  }

  /** Everything agrees: compared, shown, put away, established. */
  async identify(): Promise<void> {
    await this.compareAll()
    await this.showDocument()
    await this.removeDocument()
    await this.identityEstablished.click()
    await this.identification.waitFor({ state: 'hidden' })
  }

  /** «Завершить…» and its question. */
  async endTalk(): Promise<void> {
    const primary = this.page.getByRole('button', { name: 'Завершить…' })
    await ((await primary.isVisible()) ? primary : await this.itemOf('Не получилось', /^Завершить разговор/)).click()
    await this.page.getByRole('dialog').getByRole('button', { name: 'Завершить разговор' }).click()
  }

  /** «Прервать…» with one of the grounds offered but abuse, which has two presses of its own. */
  async interrupt(ground: string, reason?: string): Promise<void> {
    const dialog = await this.openInterruptions()
    // A choice of one is not asked.
    await dialog.getByText(ground).waitFor()
    const choice = dialog.getByRole('radio', { name: ground })
    if ((await choice.count()) > 0) await choice.check()
    if (reason !== undefined) await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: 'Прервать приём', exact: true }).click()
  }

  /** First press: «Предупреждаю…», said aloud and marked. */
  async warnOfAbuse(): Promise<void> {
    const dialog = await this.openInterruptions()
    await dialog.getByRole('button', { name: 'Предупреждаю…' }).click()
    await dialog.getByRole('button', { name: 'Прервать приём сейчас' }).waitFor()
    await dialog.getByRole('button', { name: 'Не прерывать' }).click()
  }

  /** Second press: interrupts at once; the room is left by hand, the writing comes later. */
  async interruptForAbuse(): Promise<void> {
    const dialog = await this.openInterruptions()
    await dialog.getByRole('button', { name: 'Прервать приём сейчас' }).click()
    await this.leaveRoomNow.waitFor()
  }

  /** «Прервать…» and one of its other endings. */
  async endOtherwise(ending: 'Гражданин отказался от видеозаписи' | 'Гражданин завершил разговор'): Promise<void> {
    const dialog = await this.openInterruptions()
    await dialog.getByRole('button', { name: ending }).click()
  }

  /** «112, 103…»; answers its dialog. */
  async openEmergency(): Promise<Locator> {
    await this.page.getByRole('button', { name: '112, 103…' }).click()
    return this.page.getByRole('dialog', { name: 'Экстренно' })
  }

  /** «Экстренно» → «Прекратить приём». */
  async endForEmergency(): Promise<void> {
    const dialog = await this.openEmergency()
    await dialog.getByRole('button', { name: 'Прекратить приём' }).click()
  }

  /** «Помочь подключиться», a device and a topic; answers the card that is read aloud. */
  async help(device: string, topic: string): Promise<Locator> {
    await this.page.getByRole('button', { name: /Помочь подключиться/ }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Помочь подключиться' })
    await dialog.getByText(device, { exact: true }).click()
    await dialog.getByRole('button', { name: topic, exact: true }).click()
    return dialog.getByRole('region', { name: /Прочитайте вслух/ })
  }

  /** «Участники»: somebody beside the citizen. */
  async notePresence(who: string, consents: boolean): Promise<void> {
    await (await this.itemOf('Проблема', /^Участники/)).click()
    const dialog = this.page.getByRole('dialog', { name: 'Участники и способ общения' })
    await dialog.getByLabel('Кем приходится гражданину').fill(who)
    await dialog.getByRole('radio', { name: consents ? 'согласен' : 'согласие не получено', exact: true }).check()
    await dialog.getByRole('button', { name: 'Отметить присутствие' }).click()
    await this.closeDialog()
  }

  /** «Участники»: how the citizen talks. */
  async setContactMeans(means: 'голосом' | 'через чат' | 'через переводчика'): Promise<void> {
    await (await this.itemOf('Проблема', /^Участники/)).click()
    await this.page.getByRole('dialog').getByRole('button', { name: means, exact: true }).click()
    await this.closeDialog()
  }

  /** «Отметки»; answers the dialog. */
  async openTimes(): Promise<Locator> {
    await (await this.itemOf('Проблема', /^Отметки/)).click()
    return this.page.getByRole('dialog', { name: 'Отметки приёма' })
  }

  /** «Отметки»: these events happened so many minutes earlier. */
  async putBack(events: readonly string[], minutes: number): Promise<void> {
    const dialog = await this.openTimes()
    for (const words of events) {
      await dialog.getByRole('button', { name: `Изменить время: ${words}` }).click()
      const [hoursField, minutesField] = [dialog.getByLabel('Часы').first(), dialog.getByLabel('Минуты').first()]
      const before = Number(await hoursField.inputValue()) * 60 + Number(await minutesField.inputValue())
      const after = before - minutes
      await hoursField.fill(String(Math.floor(after / 60)).padStart(2, '0'))
      await minutesField.fill(String(after % 60).padStart(2, '0'))
      await dialog.getByRole('button', { name: 'Записать' }).click()
      await dialog.getByLabel('Секунды').waitFor({ state: 'hidden' })
    }
    await this.closeDialog()
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  /** A call of the card «Неисправность» that reached nobody, or a citizen who wants no other time. */
  async noteFaultCall(result: 'Не ответил' | 'От иного срока отказался'): Promise<void> {
    await this.page.getByRole('button', { name: result }).click()
  }

  /** «Прервать…»; answers its dialog. */
  async openInterruptions(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Прервать…', exact: true }).click()
    return this.page.getByRole('dialog', { name: 'Прервать приём' })
  }

  async markFault(description: string): Promise<void> {
    await (await this.itemOf('Проблема', /^Неисправность/)).click()
    const form = this.page.getByRole('region', { name: /^Неисправность на нашей стороне/ })
    await form.getByLabel('Что неисправно').fill(description)
    await form.getByRole('button', { name: 'Отметить неисправность' }).click()
  }

  /** The calls made so far stand in one line; this many of them ended so. */
  phoneCalls(word: string, count: number): Locator {
    return this.page.getByText(new RegExp(`^Звонки:(?:.*?${word}){${count}}`)).first()
  }

  /** Another time agreed on the phone; ДД.ММ.ГГГГ and чч:мм. */
  async agreeTime(day: string, time: string): Promise<void> {
    await this.page.getByLabel('Иной срок').fill(day)
    await this.page.keyboard.press('Tab')
    const [hours = '', minutes = ''] = time.split(':')
    await this.page.getByLabel('Часы').fill(hours)
    await this.page.getByLabel('Минуты').fill(minutes)
    await this.page.getByRole('button', { name: 'Гражданин согласен, перенести приём' }).click()
  }

  /** «Невозможна технически» or «Не прошёл» with one of the usual reasons. */
  async chooseProblem(
    problem: 'Невозможна технически (п. 3.8)' | 'Не прошёл (п. 3.12)',
    reason: string,
  ): Promise<void> {
    await (await this.itemOf('Не получилось', problem)).click()
    await this.page.getByRole('button', { name: reason, exact: true }).click()
    await this.page.getByRole('button', { name: /^Отметить: / }).click()
  }

  /** One of the usual words for the place left in column 7. */
  usualWord(word: string): Locator {
    return this.page.getByRole('group', { name: 'Обычные слова' }).getByRole('button', { name: word, exact: true })
  }

  async chooseOutcome(title: string): Promise<void> {
    await this.outcome.click()
    await this.page.getByRole('option', { name: title }).click()
  }

  /** Fills the next place left for the specialist. */
  async fillBlank(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'К пропуску' }).click()
    await this.page.keyboard.type(text)
  }
}
