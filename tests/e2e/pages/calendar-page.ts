import type { Locator, Page } from 'playwright-core'

/** «Настройки» → «Календарь», and the terms of an application on «Сегодня». */
export class CalendarPage {
  readonly page: Page
  readonly years: Locator
  readonly exceptions: Locator
  readonly schedule: Locator
  /** Of the chosen reception. */
  readonly terms: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.years = page.getByRole('region', { name: 'Производственный календарь' })
    this.exceptions = page.getByRole('region', { name: 'Дни органа' })
    this.schedule = page.getByRole('region', { name: 'График работы органа' })
    this.terms = page.getByRole('region', { name: 'Сроки по заявке' })
    this.dialog = page.getByRole('dialog')
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Настройки' }).click()
    await this.page.getByRole('tab', { name: 'Календарь' }).click()
    await this.years.waitFor()
  }

  /** Fills «День органа» in; nothing is written yet. */
  async enterDay(date: string, kind: string, basis: string): Promise<void> {
    await this.exceptions.getByRole('button', { name: 'Изменить день…' }).click()
    await this.dialog.getByLabel('Дата').fill(date)
    await this.page.keyboard.press('Tab')
    await this.dialog.getByRole('radio', { name: kind, exact: true }).check()
    await this.dialog.getByLabel('Документ-основание').fill(basis)
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Записать и пересчитать сроки' }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** Notes the confirmation of the chosen reception as of now. */
  async confirm(spokenWith: string): Promise<void> {
    await this.terms.getByRole('button', { name: 'Участие подтверждено…' }).click()
    await this.dialog.getByLabel('По телефону').check()
    await this.dialog.getByLabel('С кем говорили').fill(spokenWith)
    await this.dialog.getByRole('button', { name: 'Участие подтверждено' }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** Notes that the citizen was told by phone of the chosen reception as of now. */
  async tell(whom: string): Promise<void> {
    await this.terms.getByRole('button', { name: 'Сообщено гражданину…' }).click()
    await this.dialog.getByRole('radio', { name: 'По телефону' }).check()
    await this.dialog.getByLabel('Кому и что сообщено').fill(whom)
    await this.dialog.getByRole('button', { name: 'Сообщено гражданину' }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }
}
