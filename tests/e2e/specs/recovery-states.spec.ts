import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { openContractClient } from '../../fixtures/contract-client.ts'
import { makeDamagedProfile } from '../../fixtures/damaged-profile.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { ownPassword, setUpWorkplace, signInAs, staff } from '../../fixtures/people.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { putRecording } from '../../integration/backup/recording-on-disk.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { RecoveryPage } from '../pages/recovery-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** What else can befall a database, and a computer: each by its own words, WCAG 2.1 A and AA in all of them. */
let directory: string
let desk: Desk
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-recovery-states-'))
  desk = await openDesk()
})
afterAll(async () => {
  await desk?.close()
  await rm(directory, { recursive: true, force: true })
})

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test.each([
  ['missing', 'База данных не найдена'],
  ['keyMissing', 'Нет ключа базы данных'],
  ['keysLost', 'Нет ключа базы данных'],
  ['walDamaged', 'Последние изменения не читаются'],
] as const)('%s: «%s»', async (damage, title) => {
  const { profileDirectory } = makeDamagedProfile(join(directory, damage), damage)
  const supervisor = await startSupervisor({ profileDirectory })
  try {
    await desk.page.goto(supervisor.link)
    const screen = new RecoveryPage(desk.page)
    await screen.heading.filter({ hasText: title }).waitFor()
    expect(await screen.copies.count()).toBe(2)
    // Whoever is asked for a key finds a field for it.
    const isAsked = damage === 'keyMissing' || damage === 'keysLost'
    expect(await screen.recoveryKey.isVisible()).toBe(isAsked)
    await keepPicture(desk.page, `recovery-${damage}`)
    await isAccessible()
  } finally {
    await supervisor.stop()
  }
})

test('another computer takes the workplace over from a copy, with the key on paper', async () => {
  const { page } = desk
  const backupDirectory = join(directory, 'backup-disk')
  await mkdir(backupDirectory)
  const key = await leaveCopy(backupDirectory)
  await putRecording({ profileDirectory: desk.profileDirectory, receptionId: randomUUID(), sealed: true })

  await page.goto(desk.supervisor.origin)
  await page.getByRole('button', { name: 'Перенести рабочее место с другого компьютера…' }).click()
  await page.getByLabel('Папка с копиями').fill(backupDirectory)
  await page.getByRole('button', { name: 'Найти копии' }).click()
  await page.getByText(/, нужен ключ восстановления$/).waitFor()
  await isAccessible()
  const screen = new RecoveryPage(page)
  const dialog = await screen.chooseNewest()
  await screen.recoveryKey.fill('не тот ключ')
  await dialog.getByRole('button', { name: 'Восстановить базу' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  await isAccessible()
  await screen.recoveryKey.fill(key)
  await dialog.getByRole('button', { name: 'Восстановить базу' }).click()
  await new SignInPage(page).heading.waitFor()
})

test('a recording nobody knows of is named in «Записи»', async () => {
  const { page } = desk
  await new SignInPage(page).signIn(staff.specialist.shortName, ownPassword)
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await page.getByText('Найдена видеозапись, которой нет в базе').waitFor()
  await isAccessible()
})

/** The first computer: set up, one copy made, switched off for good. Answers its recovery key. */
async function leaveCopy(backupDirectory: string): Promise<string> {
  const supervisor = await startSupervisor({ profileDirectory: join(directory, 'first-computer') })
  const client = await openContractClient(supervisor.link)
  try {
    const recoveryKey = await setUpWorkplace(client)
    await unwrap(client.calls.accounts.signOut())
    await signInAs(client, 'administrator')
    await unwrap(client.calls.backup.choose({ directory: backupDirectory, hour: 3 }))
    await until(
      'the first copy is made by itself',
      () => unwrap(client.calls.backup.list()),
      copies => copies.length > 0,
    )
    return recoveryKey
  } finally {
    client.close()
    await supervisor.stop()
  }
}
