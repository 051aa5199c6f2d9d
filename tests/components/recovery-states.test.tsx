import { expect, test } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { BackupSection } from '../../renderer/features/backup/backup-section.tsx'
import { RecoveryScreen } from '../../renderer/features/backup/recovery-screen.tsx'
import type { BackupCard, BackupSignature } from '../../shared/contract/backup.ts'
import type { FoundBackup, RecoveryState } from '../../shared/contract/recovery.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import type { Answers } from './fixtures/answers.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

/** What can be done where the key is gone, and what is said of copies that are not what they say. */
const card: BackupCard = {
  ...{ name: '2026-11-23T20-00-00Z', madeAt: '2026-11-23T20:00:00.000Z', reason: 'nightly', receptions: 12 },
  ...{ recordings: 10, eventLines: 2058, byteLength: 430_000_000, chainIntact: true, hasRecoveryKey: true },
  signature: 'signed',
}
const found: FoundBackup = { ...card, opensHere: true }
const state: RecoveryState = {
  ...{ problem: 'keyMissing', noticedAt: '2026-11-24T02:00:00.000Z', timeZone: 'Asia/Novokuznetsk' },
  ...{
    files: [],
    directory: '/mnt/copies',
    backups: [],
    hasRecoveryFile: true,
    keySealed: false,
    restoreFailure: null,
  },
}
const isAccessible = async (shown: Locator) => {
  await expect.element(shown.first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
}
const keyField = () => page.getByRole('textbox', { name: 'Ключ восстановления' })

test('the key is gone: a field for the recovery key, a wrong one told beside it, a pause told', async () => {
  const hint = 'Это ключ восстановления другой базы. Ничего не изменено.'
  let isPaused = false
  show(<RecoveryScreen state={state} />, {
    recovery: {
      unlock: () =>
        isPaused
          ? refused('waitFirst', 'Слишком много неверных ключей.')
          : refused('badInput', hint, { recoveryKey: hint }),
    },
  })
  await isAccessible(page.getByRole('heading', { name: 'Нет ключа базы данных' }))
  await fill('Ключ восстановления', 'AAAA-BBBB')
  await press('Открыть базу')
  await isAccessible(page.getByText(hint))
  isPaused = true
  await press('Открыть базу')
  await isAccessible(page.getByText('Слишком много неверных ключей.'))
})

test('everything lost: no field, and why', async () => {
  show(<RecoveryScreen state={{ ...state, hasRecoveryFile: false }} />)
  await isAccessible(page.getByText(/Файла recovery\.json нет ни в папке keys, ни рядом с базой, ни в копиях/))
  await expect.element(keyField()).not.toBeInTheDocument()
})

test('the desktop sealed the key: who reads it is said, on either host', async () => {
  show(<RecoveryScreen state={{ ...state, keySealed: true }} />)
  await isAccessible(page.getByText(/запечатан хранилищем паролей этой системы/))
  await expect.element(keyField()).toBeVisible()
})

test('a copy that is not what its list says: told, and taken only on a person’s word', async () => {
  const why = 'База в этой копии не та, о которой говорит её список.'
  const fake = show(<RecoveryScreen state={{ ...state, problem: 'damaged', backups: [found] }} />, {
    recovery: {
      restore: ({ evenIfNotProven }) =>
        evenIfNotProven ? done(null) : refused('refusedByRule', why, { evenIfNotProven: why }),
    },
  })
  await press(/^Восстановить из копии/)
  await press('Восстановить базу')
  await isAccessible(page.getByText(why))
  const restore = page.getByRole('button', { name: 'Восстановить базу' })
  await expect.element(restore).toBeDisabled()
  await page.getByRole('checkbox', { name: /Восстановить всё равно/ }).click()
  await restore.click()
  await expect.element(page.getByText('Рабочее место открывается снова…')).toBeVisible()
  expect(fake.inputsOf('recovery.restore')).toMatchObject([{ evenIfNotProven: false }, { evenIfNotProven: true }])
})

const details = {
  ...{ directory: '/mnt/copies', hour: 3, nextAt: null, waitsForReception: false, sameDisk: false },
  ...{ hasRecoveryKey: true, running: null, lastFailure: null, restored: null },
}
const listed = (signature: BackupSignature): Answers => ({
  ...signedIn({ role: 'administrator' }),
  settings: { locked: () => done([]) },
  backup: {
    status: () => done({ health: 'good', lastMadeAt: card.madeAt, details }),
    list: () => done([{ ...card, name: '2026-11-24T20-00-00Z', signature }]),
    foundRecordings: () => done([]),
    verify: () => done({ intact: true, chainIntact: true, signature, checkedAt: card.madeAt }),
  },
})

test.each([
  ['unsigned', /Не подписана: проверить, та ли это копия, нельзя/],
  ['unreadable', /Подпись проверить нельзя/],
  ['renamed', /Эта копия сделана 24\.11\.2026 03:00, а названа 25\.11\.2026 03:00/],
  ['altered', /Список копии изменён/],
  ['swapped', /База в этой копии не та/],
] as const)('%s: in the list and after the check, never called the very copy', async (signature, words) => {
  show(<BackupSection />, listed(signature))
  await isAccessible(page.getByText(words))
  await press(/^Проверить копию/)
  await isAccessible(page.getByText(/^Читается целиком/))
  await expect.element(page.getByText(words)).toBeVisible()
  await expect.element(page.getByText(/Та самая копия/)).not.toBeInTheDocument()
})

test('signed and read: the very copy', async () => {
  show(<BackupSection />, listed('signed'))
  await press(/^Проверить копию/)
  await isAccessible(page.getByText(/Та самая копия, читается целиком/))
})
