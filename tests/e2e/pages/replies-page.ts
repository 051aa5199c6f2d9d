import type { Locator, Page } from 'playwright-core'

/** «Ответы граждан», over «Сегодня» and in «Заявки». */
export class RepliesPage {
  readonly page: Page
  readonly attention: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.attention = page.getByRole('region', { name: 'Сделать сегодня' })
    this.dialog = page.getByRole('dialog', { name: 'Ответы граждан' })
  }

  async open(): Promise<void> {
    await this.attention.getByRole('button', { name: 'Ответы граждан…' }).first().click()
    await this.dialog.waitFor()
  }

  answer(of: string): Locator {
    return this.page.getByRole('article', { name: `Ответ: ${of}` })
  }

  /** «Подтверждает» of an answer. */
  confirm(of: string): Locator {
    return this.answer(of).getByRole('button', { name: 'Подтверждает', exact: true })
  }
}
