import type { Locator, Page } from 'playwright-core'
import { timeZones } from '../../../renderer/features/accounts/time-zones.ts'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import type { Role } from '../../../shared/contract/procedure.ts'

const roleLabels: Record<Role, string> = {
  specialist: 'Специалист',
  head: 'Руководитель',
  technician: 'Технический специалист',
  administrator: 'Администратор',
}

/** «Первый запуск», step by step, and the recovery key after it. */
export class FirstRunPage {
  readonly page: Page
  readonly heading: Locator
  readonly recoveryKey: Locator
  readonly next: Locator
  readonly back: Locator
  readonly finish: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Первый запуск' })
    this.recoveryKey = page.locator('pre').and(page.getByLabel('Ключ восстановления'))
    this.next = page.getByRole('button', { name: 'Дальше' })
    this.back = page.getByRole('button', { name: 'Назад' })
    this.finish = page.getByRole('button', { name: 'Завершить настройку' })
  }

  async fill(input: FirstRun): Promise<void> {
    const { page } = this
    await page.getByLabel('Фамилия, имя, отчество').fill(input.administrator.fullName)
    await page.getByLabel('Должность').fill(input.administrator.position)
    await page.getByLabel('Пароль администратора').fill(input.administrator.password)
    await this.next.click()
    await page.getByLabel('Орган, который проводит приём').fill(input.bodyName)
    await this.chooseTimeZone(input.timeZone)
    await this.next.click()
    for (const [at, person] of input.people.entries()) {
      await page.getByRole('button', { name: 'Добавить сотрудника' }).click()
      const section = page.getByRole('region', { name: `Сотрудник ${at + 1}` })
      await section.getByLabel('Фамилия, имя, отчество').fill(person.fullName)
      await section.getByLabel('Должность').fill(person.position)
      await section.getByRole('combobox', { name: 'Роль' }).click()
      await page.getByRole('option', { name: roleLabels[person.role], exact: true }).click()
      await section.getByLabel('Первый пароль').fill(person.password)
    }
    await this.next.click()
    await page.getByRole('textbox', { name: 'Рабочее место' }).fill(input.workplaceName)
    if (input.recordingsDirectory) await page.getByLabel('Папка видеозаписей').fill(input.recordingsDirectory)
    await this.next.click()
    await page.getByLabel('Папка резервных копий').waitFor()
    if (input.backupDirectory) await page.getByLabel('Папка резервных копий').fill(input.backupDirectory)
    await this.finish.click()
  }

  private async chooseTimeZone(timeZone: string): Promise<void> {
    const label = timeZones.find(({ value }) => value === timeZone)?.label
    if (label === undefined) throw new Error(`nobody can choose ${timeZone}`)
    await this.page.getByRole('combobox', { name: 'Часовой пояс органа' }).click()
    await this.page.getByRole('option', { name: label }).click()
  }

  /** Reads the key, ticks it off and goes on to the sign-in. */
  async takeKey(): Promise<string> {
    const key = await this.recoveryKey.innerText()
    await this.page.getByLabel('Ключ сохранён').check()
    await this.page.getByRole('button', { name: 'Перейти ко входу' }).click()
    return key.trim()
  }
}
