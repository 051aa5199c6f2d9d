import type { Locator, Page } from 'playwright-core'
import { DayPage } from './day-page.ts'

/** «Передать приёмы (п. 3.3)». */
export class TakeoverDialog {
  readonly root: Locator
  readonly lines: Locator
  readonly basis: Locator
  readonly outcome: Locator

  private constructor(root: Locator) {
    this.root = root
    this.lines = root.getByRole('table', { name: 'Приёмы для передачи' })
    this.basis = root.getByLabel('Кто и почему решил')
    this.outcome = root.getByRole('status', { name: 'Итог передачи' })
  }

  /** Presses «Передать приёмы…» there. */
  static async openFrom(place: Locator | Page): Promise<TakeoverDialog> {
    const button = place.getByRole('button', { name: 'Передать приёмы…' })
    await button.click()
    return TakeoverDialog.openedOn(button.page())
  }

  /** Chooses it in «Ещё» of «Сегодня». */
  static async openFromToday(page: Page): Promise<TakeoverDialog> {
    await new DayPage(page).more('Передать приёмы…')
    return TakeoverDialog.openedOn(page)
  }

  private static async openedOn(page: Page): Promise<TakeoverDialog> {
    const root = page.getByRole('dialog', { name: 'Передать приёмы (п. 3.3)' })
    await root.waitFor()
    return new TakeoverDialog(root)
  }

  async choose(label: 'От кого' | 'Кому', shortName: string): Promise<void> {
    await this.root.getByRole('combobox', { name: label }).click()
    await this.root.page().getByRole('option', { name: shortName }).click()
  }

  line(journalNumber: number): Locator {
    return this.lines.getByRole('row').filter({ hasText: `№ ${journalNumber}` })
  }

  box(journalNumber: number): Locator {
    return this.root.getByRole('checkbox', { name: `Передать заявку № ${journalNumber}`, exact: true })
  }

  async submit(): Promise<void> {
    await this.root.getByRole('button', { name: /^Передать/ }).click()
  }
}
