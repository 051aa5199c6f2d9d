import type { Locator, Page } from 'playwright-core'

/** «Заявки»: the list of cases and the card beside it. */
export class ApplicationsPage {
  readonly page: Page
  readonly list: Locator
  readonly chosen: Locator
  readonly register: Locator
  /** The form of a new application, or of one that came by letter. */
  readonly registration: Locator
  readonly completion: Locator
  readonly appointment: Locator
  readonly search: Locator
  readonly back: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: 'Заявки' })
    this.chosen = page.getByRole('region', { name: 'Выбранная заявка' })
    this.register = page.getByRole('button', { name: 'Новая заявка…' })
    this.registration = page.getByRole('region', { name: /^(?:Новая заявка|Заявка из письма)$/ })
    this.completion = page.getByRole('region', { name: /^Дополнить заявку/ })
    this.appointment = page.getByRole('region', { name: 'Назначить приём (п. 2.4)' })
    this.search = page.getByRole('searchbox', { name: 'Найти заявку' })
    this.back = page.getByRole('button', { name: 'К списку' })
  }

  get link(): Locator {
    return this.page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Заявки' })
  }

  async go(): Promise<void> {
    await this.link.click()
    await this.register.waitFor()
  }

  async show(group: 'Нужно сделать' | 'Ждём гражданина' | 'Готово'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Какие заявки показать' }).getByText(group).click()
  }

  line(text: string | RegExp): Locator {
    return this.list.getByRole('option').filter({ hasText: text })
  }

  /** Found wherever it stands, and opened. */
  async find(text: string): Promise<void> {
    await this.go()
    await this.search.fill(text)
    await this.line(text).first().click()
  }

  /** Of the form or the dialog that stands open. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true }).last()
  }

  /** «Зарегистрировать» alone. */
  get registerAlone(): Locator {
    return this.registration.getByRole('button', { name: 'Зарегистрировать', exact: true })
  }

  /** An item of «Ещё» of the card. */
  async more(item: string): Promise<void> {
    await this.chosen.getByRole('button', { name: 'Ещё', exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** The time the grid has chosen, «09:00». */
  get chosenTime(): Locator {
    return this.appointment.locator('button[aria-pressed="true"][data-local]')
  }
}
