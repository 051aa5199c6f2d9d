import type { Locator, Page } from 'playwright-core'

/** «Письма», and «Настройки» → «Почта». */
export class MailroomPage {
  readonly page: Page
  readonly letters: Locator
  readonly letter: Locator
  readonly register: Locator
  readonly revealDocument: Locator
  readonly fields: Locator
  readonly dialog: Locator
  readonly boxes: Locator
  readonly folder: Locator
  readonly mapping: Locator

  constructor(page: Page) {
    this.page = page
    this.letters = page.getByRole('region', { name: 'Письма', exact: true })
    this.letter = page.getByRole('region', { name: 'Письмо', exact: true })
    this.register = this.letter.getByRole('button', { name: 'Зарегистрировать заявку…' })
    this.revealDocument = this.letter.getByRole('button', { name: /^Показать документ/ })
    this.fields = page.getByRole('region', { name: 'Поля заявки' })
    this.dialog = page.getByRole('dialog')
    this.boxes = page.getByRole('region', { name: 'Ящики для заявок' })
    this.folder = page.getByRole('region', { name: 'Папка с письмами' })
    this.mapping = page.getByRole('region', { name: 'Названия полей в письмах' })
  }

  /** From «Сегодня», by what asks for attention there. */
  async openFromToday(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Сделать сегодня' })
      .getByRole('link', { name: 'Открыть письма' })
      .click()
    await this.letters.waitFor()
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('link', { name: 'Настройки' }).click()
    await this.page.getByRole('tab', { name: 'Почта' }).click()
    await this.boxes.waitFor()
  }

  /** Lets a file fall onto the list, as a mouse does. */
  async drop(name: string, text: string): Promise<void> {
    const carried = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'message/rfc822' }))
        return transfer
      },
      [name, text],
    )
    await this.letters.dispatchEvent('dragover', { dataTransfer: carried })
    await this.letters.dispatchEvent('drop', { dataTransfer: carried })
  }

  show(group: 'Нужно сделать' | 'Готово'): Promise<void> {
    return this.page.getByRole('radiogroup', { name: 'Какие заявки показать' }).getByText(group).click()
  }

  /** A line of the list by what it says. */
  line(text: string | RegExp): Locator {
    return this.letters.getByRole('option').filter({ hasText: text })
  }

  async open(text: string | RegExp): Promise<void> {
    await this.line(text).first().click()
    await this.letter.waitFor()
  }
}
