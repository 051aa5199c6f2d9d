import type { Locator, Page } from 'playwright-core'
import { until } from '../../fixtures/until.ts'

/** «Вход» and «Рабочее место заблокировано». */
export class SignInPage {
  readonly page: Page
  readonly heading: Locator
  readonly locked: Locator
  readonly person: Locator
  readonly password: Locator
  readonly newPassword: Locator
  readonly submit: Locator
  readonly other: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Вход', exact: true })
    this.locked = page.getByRole('heading', { name: 'Рабочее место заблокировано' })
    this.person = page.getByRole('combobox', { name: 'Сотрудник' })
    this.password = page.getByLabel('Пароль', { exact: true })
    this.newPassword = page.getByLabel('Ваш новый пароль')
    this.submit = page.getByRole('button', { name: 'Войти', exact: true })
    this.other = page.getByRole('button', { name: 'Войти другому' })
  }

  async choose(shortName: string): Promise<void> {
    await this.person.click()
    await this.page.getByRole('option', { name: shortName }).click()
  }

  /** The first sign-in of a person: the given password, then one of their own. */
  async signInFirst(shortName: string, firstPassword: string, ownPassword: string): Promise<void> {
    await this.choose(shortName)
    await this.password.fill(firstPassword)
    await this.submit.click()
    await this.newPassword.fill(ownPassword)
    await this.page.getByLabel('Новый пароль ещё раз').fill(ownPassword)
    await this.submit.click()
  }

  async signIn(shortName: string, password: string): Promise<void> {
    await this.choose(shortName)
    await this.unlock(password)
  }

  /** Ctrl+Alt+L, pressed again until it is heard: a page may be seen a moment before it listens. */
  async lock(): Promise<void> {
    await until(
      'the desk is locked',
      async () => {
        await this.page.keyboard.press('Control+Alt+l')
        return this.locked.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        )
      },
      locked => locked,
    )
  }

  /** «Выйти» in the menu of whoever is signed in. */
  async leave(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button').last().click()
    await this.page.getByRole('menuitem', { name: 'Выйти' }).click()
    await this.heading.waitFor()
  }

  async unlock(password: string): Promise<void> {
    await this.password.fill(password)
    await this.submit.click()
  }
}
