import type { Locator, Page } from 'playwright-core'

/** Answers of citizens, as states of their cases in «Заявки». */
export class RepliesPage {
  readonly page: Page
  readonly attention: Locator
  readonly judged: Locator

  constructor(page: Page) {
    this.page = page
    this.attention = page.getByRole('region', { name: 'Сделать сегодня' })
    // What was judged a moment ago stands on top.
    this.judged = page.getByRole('group', { name: 'Последнее решение' })
  }

  /** From «Сегодня», by the line of one answer. */
  async open(line: string | RegExp): Promise<void> {
    await this.attention
      .getByRole('listitem')
      .filter({ hasText: line })
      .last()
      .getByRole('link', { name: 'Ответ' })
      .click()
    await this.page.getByRole('article').first().waitFor()
  }

  answer(of: string): Locator {
    return this.page.getByRole('article', { name: `Ответ: ${of}` })
  }

  /** «Подтверждает» of an answer. */
  confirm(of: string): Locator {
    return this.answer(of).getByRole('button', { name: 'Подтверждает', exact: true })
  }
}
