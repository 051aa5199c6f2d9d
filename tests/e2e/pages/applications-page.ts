import type { Locator, Page } from 'playwright-core'

/** «Заявки». */
export class ApplicationsPage {
  readonly page: Page
  readonly list: Locator
  readonly chosen: Locator
  readonly register: Locator
  readonly registerDialog: Locator
  readonly appointDialog: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: 'Заявки' })
    this.chosen = page.getByRole('region', { name: 'Выбранная заявка' })
    this.register = page.getByRole('button', { name: 'Зарегистрировать заявку…' })
    this.registerDialog = page.getByRole('dialog', { name: 'Зарегистрировать заявку' })
    this.appointDialog = page.getByRole('dialog', { name: 'Назначить приём (п. 2.4)' })
  }

  get link(): Locator {
    return this.page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Заявки' })
  }

  async go(): Promise<void> {
    await this.link.click()
    await this.register.waitFor()
  }

  /** «Письма», «Ответы граждан», «На подписи», «Отправка». */
  async openTab(name: string): Promise<void> {
    await this.go()
    await this.page.getByRole('tab', { name, exact: true }).click()
  }

  async show(filter: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Какие заявки показать' }).getByText(filter).click()
  }

  line(text: string): Locator {
    return this.list.getByRole('option').filter({ hasText: text })
  }

  field(label: string): Locator {
    return this.page.getByRole('dialog').getByRole('textbox', { name: label, exact: true })
  }

  /** The time the grid has chosen, «09:00». */
  get chosenTime(): Locator {
    return this.appointDialog.locator('button[aria-pressed="true"]')
  }
}
