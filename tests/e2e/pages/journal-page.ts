import type { Locator, Page } from 'playwright-core'

/** «Журнал». */
export class JournalPage {
  readonly page: Page
  readonly grid: Locator
  readonly headings: Locator
  readonly search: Locator
  readonly panel: Locator
  readonly nothingFound: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Журнал' })
    this.headings = this.grid.getByRole('columnheader')
    this.search = page.getByRole('textbox', { name: 'Поиск по журналу' })
    this.panel = page.getByRole('complementary', { name: 'Строка журнала' })
    this.nothingFound = page.getByText('Ничего не найдено')
  }

  async go(): Promise<void> {
    await this.page.getByRole('link', { name: 'Журнал', exact: true }).click()
    await this.grid.or(this.nothingFound).or(this.page.getByText('Журнал пуст')).waitFor()
  }

  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }

  /** Waits until the search has left this row alone. */
  async only(text: string): Promise<void> {
    await this.row(text).waitFor()
    // The heading is a row too.
    await this.page.locator('[role=grid][aria-rowcount="2"]').waitFor()
  }

  /** The seven cells of a row, as shown. */
  async cells(text: string): Promise<string[]> {
    return await this.row(text).first().getByRole('gridcell').allInnerTexts()
  }

  chip(label: string): Locator {
    return this.page.getByRole('group', { name: 'Отбор' }).getByText(label, { exact: true })
  }

  async openRow(text: string): Promise<void> {
    await this.row(text).first().click()
    await this.panel.waitFor()
  }

  tab(name: 'Строка' | 'История'): Locator {
    return this.panel.getByRole('tab', { name })
  }

  /** Opens the correction of a column by its heading, fills it in and writes it down. */
  async correct(heading: RegExp, text: string, reason: string): Promise<void> {
    await this.tab('Строка').click()
    await this.panel.getByRole('button', { name: new RegExp(`^Исправить: .*${heading.source}`) }).click()
    const dialog = this.page.getByRole('dialog', { name: /^Исправить строку/ })
    await dialog.getByRole('textbox', { name: heading }).fill(text)
    await dialog.getByRole('textbox', { name: 'Причина исправления' }).fill(reason)
    await dialog.getByRole('button', { name: 'Записать исправление' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
