import type { Locator, Page } from 'playwright-core'

/** «Оборудование». */
export class EquipmentPage {
  readonly quick: Locator
  readonly full: Locator
  readonly outcome: Locator
  readonly progress: Locator
  readonly history: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.quick = page.getByRole('button', { name: 'Проверить рабочее место' })
    this.full = page.getByRole('button', { name: 'Полная проверка с пробной записью' })
    this.outcome = page.getByRole('region', { name: 'Итог проверки' })
    this.progress = page.getByRole('region', { name: 'Идёт проверка' })
    this.history = page.getByRole('table')
  }

  async go(): Promise<void> {
    await this.page.getByRole('link', { name: 'Оборудование' }).click()
    await this.quick.waitFor()
  }

  /** «Для техника ▾», where it is folded. */
  async unfoldDetails(): Promise<void> {
    const details = this.page.getByRole('button', { name: 'Для техника', exact: true })
    if ((await details.getAttribute('aria-expanded')) === 'false') await details.click()
  }

  /** Runs a check to its end and answers how long it took, milliseconds; `meanwhile` once the tone is answered for. */
  async check(kind: 'quick' | 'full', heard: boolean | null = true, meanwhile?: () => Promise<void>): Promise<number> {
    const startedMs = performance.now()
    await this[kind].click()
    await this.progress.waitFor()
    if (heard !== null) {
      const answer = this.progress.getByRole('button', { name: heard ? 'Слышу' : 'Не слышу', exact: true })
      await answer.click()
    }
    await meanwhile?.()
    await this.outcome.waitFor({ timeout: 60_000 })
    return performance.now() - startedMs
  }
}
