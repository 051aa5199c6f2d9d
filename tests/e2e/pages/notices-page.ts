import type { Locator, Page } from 'playwright-core'

/** «Настройки» → «Почта», and what of the notices asks for attention on «Сегодня». */
export class NoticesPage {
  readonly server: Locator
  readonly templates: Locator
  readonly attention: Locator
  readonly dialog: Locator
  readonly outbox: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.server = page.getByRole('region', { name: 'Исходящая почта' })
    this.templates = page.getByRole('region', { name: 'Тексты уведомлений' })
    this.attention = page.getByRole('region', { name: 'Сделать сегодня' })
    this.dialog = page.getByRole('dialog')
    this.outbox = page.getByRole('region', { name: 'Отправка уведомлений' })
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('link', { name: 'Настройки' }).click()
    await this.page.getByRole('tab', { name: 'Почта' }).click()
  }

  async enterServer(of: {
    port: number
    certificate: string
    userName: string
    password: string
    from: string
  }): Promise<void> {
    const { server } = this
    await server.getByLabel('Сервер', { exact: false }).first().fill('localhost')
    await server.getByLabel('Порт').fill(String(of.port))
    await server.getByRole('combobox', { name: 'Защита соединения' }).click()
    await this.page.getByRole('option', { name: /STARTTLS/ }).click()
    await server.getByLabel('Имя пользователя').fill(of.userName)
    await server.getByLabel('Пароль', { exact: true }).fill(of.password)
    await server.getByLabel('Адрес отправителя').fill(of.from)
    await server.getByLabel('Имя отправителя').fill('Управление социальной защиты')
    await server.getByLabel('Сертификат своего удостоверяющего центра').fill(of.certificate)
  }

  async openOutbox(): Promise<void> {
    await this.attention.getByRole('link', { name: 'Что не ушло' }).click()
    await this.outbox.waitFor()
  }
}
