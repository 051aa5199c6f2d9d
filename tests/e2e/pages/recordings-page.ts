import type { Locator, Page } from 'playwright-core'

/** «Записи». */
export class RecordingsPage {
  readonly page: Page
  readonly list: Locator
  readonly panel: Locator
  readonly video: Locator
  readonly cover: Locator
  readonly timeBar: Locator
  readonly markers: Locator
  readonly viewings: Locator
  readonly intact: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: 'Записи' })
    this.panel = page.getByRole('region', { name: 'Выбранная запись' })
    this.video = this.panel.locator('video')
    this.cover = this.panel.getByText('Документ в кадре', { exact: true })
    this.timeBar = this.panel.getByRole('slider', { name: 'Место в записи' })
    this.markers = this.panel.getByRole('list', { name: 'Отметки в записи' }).getByRole('button')
    this.viewings = this.panel.getByRole('region', { name: 'Кто смотрел' })
    this.intact = this.panel.getByText(/Файл тот же, что был запечатан/)
  }

  async go(): Promise<void> {
    await this.page.getByRole('link', { name: 'Записи', exact: true }).click()
  }

  line(text: string): Locator {
    return this.list.getByRole('option').filter({ hasText: text })
  }

  async open(text: string): Promise<void> {
    await this.line(text).first().click()
  }

  marker(text: string): Locator {
    return this.markers.filter({ hasText: text })
  }

  async play(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Смотреть' }).click()
  }

  /** «Открыть видеозапись…», of a reception somebody else held. */
  async openFor(reason: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Открыть видеозапись…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Почему открываете видеозапись' })
    await dialog.getByRole('radio', { name: reason }).check()
    await dialog.getByRole('button', { name: 'Открыть', exact: true }).click()
  }

  /** «Документ в кадре — показать»: a logged act with its reason; `look` sees the dialog first. */
  async uncoverDocument(
    reason = 'проверка идентификации',
    look: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.panel.getByRole('button', { name: 'Показать…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Показать документ гражданина' })
    await dialog.waitFor()
    await look()
    await dialog.getByRole('radio', { name: reason }).check()
    await dialog.getByRole('button', { name: 'Показать документ', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async hold(ground: string, reason: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Запретить уничтожение…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Запретить уничтожение записи' })
    await dialog.getByRole('radio', { name: ground }).check()
    await dialog.getByRole('textbox', { name: /Причина/ }).fill(reason)
    await dialog.getByRole('button', { name: 'Поставить запрет' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async verify(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Проверить целостность' }).click()
  }

  /** Seconds played so far. */
  async positionSeconds(): Promise<number> {
    return await this.video.evaluate(element =>
      element instanceof HTMLVideoElement ? element.currentTime : Number.NaN,
    )
  }
}
