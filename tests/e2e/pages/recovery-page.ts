import type { Locator, Page } from 'playwright-core'

/** What stands instead of the program while its database cannot be used. */
export class RecoveryPage {
  readonly heading: Locator
  readonly copies: Locator
  readonly phrase: Locator
  readonly startEmpty: Locator
  readonly recoveryKey: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { level: 1 })
    this.copies = page.getByRole('button', { name: /^Восстановить из копии/ })
    this.phrase = page.getByRole('textbox', { name: /Чтобы подтвердить/ })
    this.startEmpty = page.getByRole('button', { name: 'Начать с пустой базой' })
    this.recoveryKey = page.getByRole('textbox', { name: 'Ключ восстановления' })
  }

  /** Opens the last question for the newest copy. */
  async chooseNewest(): Promise<Locator> {
    await this.copies.first().click()
    const dialog = this.page.getByRole('dialog', { name: /Восстановить базу из копии/ })
    await dialog.waitFor()
    return dialog
  }

  async report(): Promise<string> {
    await this.page.getByRole('button', { name: 'Собрать сведения для ИТ' }).click()
    return await this.page.getByLabel('Сведения для ИТ').innerText()
  }
}
