import type { Locator, Page } from 'playwright-core'

/** «Решение об отклонении заявки»: draft, signature, sending. */
export class RejectionDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly paper: Locator
  readonly toSigning: Locator
  readonly write: Locator
  readonly send: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Решение об отклонении заявки' })
    this.paper = this.dialog.getByRole('region', { name: 'Текст решения' })
    this.toSigning = this.dialog.getByRole('button', { name: 'Передать на подпись' })
    this.write = this.dialog.getByRole('button', { name: 'Записать решение' })
    this.send = this.dialog.getByRole('button', { name: 'Направить гражданину' })
  }

  ground(name: RegExp): Locator {
    return this.dialog.getByRole('checkbox', { name })
  }

  field(name: string | RegExp): Locator {
    return this.dialog.getByRole('textbox', { name })
  }

  /** The file of a button that opens the system's own window. */
  async chooseFile(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.dialog.getByRole('button', { name: label }).click()
    await (await chooser).setFiles(file)
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Закрыть', exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
