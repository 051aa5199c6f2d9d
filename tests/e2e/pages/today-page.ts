import type { Locator, Page } from 'playwright-core'

/** What «Новая заявка…» asks for; dates as ДД.ММ.ГГГГ. The reception takes the first free time. */
export interface ApplicationEntries {
  readonly familyName: string
  readonly givenName: string
  readonly patronymic?: string
  readonly birthDate: string
  readonly phone: string
  readonly email?: string
  readonly address: string
  readonly topic: string
  readonly documentSeries?: string
  readonly documentNumber?: string
  readonly consentPersonalData: boolean
  readonly consentVideo: boolean
  readonly link?: string
}

/** «Сегодня». */
export class TodayPage {
  readonly page: Page
  readonly list: Locator
  readonly selected: Locator
  /** The form of a new application; it stands in «Заявки». */
  readonly form: Locator
  /** The checklist before the first application. */
  readonly firstDay: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: /^Приёмы на / })
    this.selected = page.getByRole('region', { name: /^(Сейчас|Выбранный приём)$/ }).last()
    this.form = page.getByRole('region', { name: 'Новая заявка', exact: true })
    this.firstDay = page.getByText('Первый день: что должно быть готово')
  }

  async go(): Promise<void> {
    await this.page.getByRole('link', { name: 'Сегодня' }).click()
  }

  /** The line of a reception by its time or «Фамилия И. О.». */
  line(text: string): Locator {
    return this.list.getByRole('option').filter({ hasText: text })
  }

  async open(text: string): Promise<void> {
    await this.line(text).click()
    await this.selected
      .getByRole('link', {
        name: /Начать приём|Посмотреть приём|Посмотреть или возобновить|Записать результат|Вернуться/,
      })
      .click()
  }

  /** «Отменить (п. 2.6)…»; nothing is chosen in the dialog beforehand. */
  async cancel(text: string, reason: string): Promise<void> {
    await this.line(text).click()
    await this.cancelSelected(reason)
  }

  async cancelSelected(reason: string): Promise<void> {
    await this.more('Отменить (п. 2.6)…')
    const dialog = this.page.getByRole('dialog', { name: 'Отменить приём (п. 2.6)' })
    await dialog.getByRole('radio', { name: reason }).check()
    await dialog.getByRole('button', { name: 'Отменить приём' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** An item of «Ещё по приёму» of the chosen reception. */
  async more(item: string): Promise<void> {
    await this.openMore()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async openMore(): Promise<void> {
    await this.selected.getByRole('button', { name: 'Ещё по приёму' }).click()
    await this.page.getByRole('menu').waitFor()
  }

  /** Back to the reception that is open. */
  async returnToOpen(): Promise<void> {
    await this.page
      .getByRole('link', { name: /Вернуться к приёму|Записать результат/ })
      .first()
      .click()
  }

  async enterLink(link: string): Promise<void> {
    await this.selected.getByLabel(/Ссылка на встречу/).fill(link)
    await this.selected.getByRole('button', { name: 'Сохранить ссылку' }).click()
  }

  async fillApplication(entries: ApplicationEntries): Promise<void> {
    await this.page
      .getByRole('link', { name: /^(?:Новая заявка|Внести заявку без письма)…/ })
      .first()
      .click()
    const { form } = this
    await form.getByLabel('Фамилия').fill(entries.familyName)
    await form.getByLabel('Имя', { exact: false }).first().fill(entries.givenName)
    if (entries.patronymic !== undefined) await form.getByLabel('Отчество').fill(entries.patronymic)
    await this.fillDay('Дата рождения', entries.birthDate)
    await form.getByLabel('Телефон').fill(entries.phone)
    if (entries.email !== undefined) await form.getByLabel('Электронная почта').fill(entries.email)
    await form.getByLabel('Адрес регистрации').fill(entries.address)
    await form.getByLabel('Тематика вопроса').fill(entries.topic)
    if (entries.documentSeries !== undefined) await form.getByLabel('Серия').fill(entries.documentSeries)
    if (entries.documentNumber !== undefined) {
      await form.getByRole('textbox', { name: 'Номер', exact: true }).fill(entries.documentNumber)
    }
    if (entries.consentPersonalData) await form.getByLabel('Согласие на обработку персональных данных').check()
    if (entries.consentVideo) await form.getByLabel('Согласие на ведение видеозаписи приёма').check()
    if (entries.link !== undefined) await form.getByLabel(/Ссылка на встречу/).fill(entries.link)
  }

  /** Registers and appoints, and comes back: the card of the application stands in «Заявки». */
  async submitApplication(): Promise<void> {
    await this.form.getByRole('button', { name: 'Зарегистрировать и назначить приём' }).click()
    await this.page.getByRole('region', { name: 'Выбранная заявка' }).waitFor()
    await this.go()
  }

  /** A typed day is taken over when the field is left. */
  private async fillDay(label: string, day: string): Promise<void> {
    await this.form.getByLabel(label).fill(day)
    await this.page.keyboard.press('Tab')
  }
}
