import type { Locator, Page } from 'playwright-core'

/** «Мои фразы». */
export class PhrasesDialog {
  readonly root: Locator
  readonly field: Locator
  readonly chosen: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Мои фразы' })
    this.field = this.root.getByRole('combobox')
    this.chosen = this.root.getByRole('option', { selected: true })
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }
}
