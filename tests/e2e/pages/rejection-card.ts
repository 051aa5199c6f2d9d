import type { Locator, Page } from 'playwright-core'

/** «Решение об отклонении заявки» in the card: draft, signature, sending. */
export class RejectionCard {
  readonly page: Page
  readonly card: Locator
  readonly paper: Locator
  readonly toSigning: Locator
  readonly write: Locator
  readonly send: Locator

  constructor(page: Page) {
    this.page = page
    this.card = page.getByRole('region', { name: 'Решение об отклонении заявки' })
    this.paper = this.card.getByRole('region', { name: 'Текст решения' })
    this.toSigning = this.card.getByRole('button', { name: 'Передать на подпись' })
    this.write = this.card.getByRole('button', { name: 'Записать решение' })
    this.send = this.card.getByRole('button', { name: 'Направить гражданину' })
  }

  ground(name: RegExp): Locator {
    return this.card.getByRole('checkbox', { name })
  }

  field(name: string | RegExp): Locator {
    return this.card.getByRole('textbox', { name })
  }

  /** The file of a button that opens the system's own window. */
  async chooseFile(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.card.getByRole('button', { name: label }).click()
    await (await chooser).setFiles(file)
  }

  async close(): Promise<void> {
    await this.card.getByRole('button', { name: 'Закрыть', exact: true }).click()
    await this.card.waitFor({ state: 'hidden' })
  }
}
