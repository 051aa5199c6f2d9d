import type { Locator, Page } from 'playwright-core'

/** What «Сегодня» says of the day as a whole: «Сделать сегодня», «Завершить день…», «Лист приёмов». */
export class DayPage {
  readonly page: Page
  readonly attention: Locator
  readonly finishing: Locator
  readonly closed: Locator

  constructor(page: Page) {
    this.page = page
    this.attention = page.getByRole('region', { name: 'Сделать сегодня' })
    this.finishing = page.getByRole('dialog', { name: 'Завершить день' })
    this.closed = page.getByText(/^День закрыт в \d{2}:\d{2}/)
  }

  /** A line of «Сделать сегодня» by its words. */
  line(words: string | RegExp): Locator {
    return this.attention.getByRole('listitem').filter({ hasText: words })
  }

  /** Opens the lines of several things of one kind, one after another, until the words are found. */
  async openLineOf(words: string | RegExp): Promise<void> {
    const found = this.line(words).first()
    await this.attention.waitFor()
    await this.attention.locator('button[aria-expanded]').first().or(found).first().waitFor()
    const groups = await this.attention.locator('button[aria-expanded]').count()
    for (let index = 0; index < groups && !(await found.isVisible()); index += 1) {
      const group = this.attention.locator('button[aria-expanded]').nth(index)
      if ((await group.getAttribute('aria-expanded')) === 'false') await group.click()
      await this.attention.locator('button[aria-expanded="true"]').waitFor()
    }
    await found.waitFor()
  }

  /** An item of «Ещё» of the day. */
  async more(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ещё', exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async openFinishing(): Promise<void> {
    await this.page.getByRole('button', { name: 'Завершить день…' }).click()
    await this.finishing.waitFor()
  }

  /** «Открыть день…» with its reason; `look` sees its dialog first. */
  async reopen(reason: string, look: () => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name: 'Открыть день…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Открыть день' })
    await dialog.waitFor()
    await look()
    await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: 'Открыть день' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
}
