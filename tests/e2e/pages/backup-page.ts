import type { Locator, Page } from 'playwright-core'

/** «Настройки» → «Резервные копии». */
export class BackupPage {
  readonly folder: Locator
  readonly save: Locator
  readonly makeNow: Locator
  readonly lines: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.folder = page.getByRole('textbox', { name: 'Папка для резервных копий' })
    this.save = page.getByRole('button', { name: 'Сохранить' })
    this.makeNow = page.getByRole('button', { name: 'Сделать копию сейчас' })
    this.lines = page.getByRole('button', { name: /^Восстановить из копии/ })
  }

  async go(origin: string): Promise<void> {
    await this.page.goto(`${origin}/#/settings`)
    await this.page.getByRole('tab', { name: 'Резервные копии' }).click()
    await this.makeNow.waitFor()
  }

  async check(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Проверить копию/ })
      .first()
      .click()
    await this.page.getByText('Читается целиком').waitFor()
  }

  async askToRestore(): Promise<Locator> {
    await this.lines.first().click()
    const dialog = this.page.getByRole('dialog', { name: /Восстановить базу из копии/ })
    await dialog.getByRole('checkbox').waitFor()
    return dialog
  }
}
