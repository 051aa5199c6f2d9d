import type { Locator, Page } from 'playwright-core'
import type { TodayPage } from './today-page.ts'

/** «Другой срок». */
export class MoveDialog {
  readonly root: Locator
  readonly basis: Locator
  readonly newLink: Locator

  private constructor(root: Locator) {
    this.root = root
    this.basis = root.getByLabel('Кто и почему решил')
    this.newLink = root.getByLabel(/Новая ссылка на встречу/)
  }

  /** Presses «Другой срок…» there. */
  static async openFrom(place: Locator | Page): Promise<MoveDialog> {
    const button = place.getByRole('button', { name: 'Другой срок…' })
    await button.click()
    return MoveDialog.openedOn(button.page())
  }

  /** Chooses it in «Ещё по приёму» of the chosen reception. */
  static async openOfChosen(today: TodayPage): Promise<MoveDialog> {
    await today.more('Другой срок…')
    return MoveDialog.openedOn(today.page)
  }

  private static async openedOn(page: Page): Promise<MoveDialog> {
    const root = page.getByRole('dialog', { name: 'Другой срок' })
    await root.waitFor()
    return new MoveDialog(root)
  }

  /** A day as ДД.ММ.ГГГГ and a time as чч:мм. */
  async fillTime(day: string, time: string): Promise<void> {
    await this.root.getByLabel('Новая дата').fill(day)
    await this.root.page().keyboard.press('Tab')
    const [hours = '', minutes = ''] = time.split(':')
    await this.root.getByLabel('Часы').fill(hours)
    await this.root.getByLabel('Минуты').fill(minutes)
  }

  async chooseSpecialist(shortName: string): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Кто проведёт приём' }).click()
    await this.root.page().getByRole('option', { name: shortName }).click()
  }

  async submit(): Promise<void> {
    await this.root.getByRole('button', { name: 'Перенести приём' }).click()
  }

  async close(): Promise<void> {
    await this.root.getByRole('button', { name: 'Отмена' }).click()
    await this.root.waitFor({ state: 'detached' })
  }
}
