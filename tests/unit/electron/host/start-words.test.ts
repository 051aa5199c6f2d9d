import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startFailureWords } from '../../../../electron/host/start-words.ts'
import { StartFailure } from '../../../../electron/host/workstation-keeper.ts'

test('what the system refuses is told with its folder and what to do', () => {
  const directory = mkdtempSync(join(tmpdir(), 'videopriem-start-'))
  writeFileSync(join(directory, 'file'), '')
  let thrown: unknown
  try {
    mkdirSync(join(directory, 'file/profile'))
  } catch (error) {
    thrown = error
  }
  rmSync(directory, { recursive: true })
  expect(startFailureWords(thrown)).toBe(
    `Папка рабочего места не открывается: ${directory}/file/profile\n` +
      'На месте папки лежит файл. Переименуйте его. Затем запустите программу снова. Ничего не изменено.',
  )
})

test.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT', 'EIO'])('%s has words without English', code => {
  const words = startFailureWords(Object.assign(new Error(`${code}: mkdir`), { code, path: '/srv/профиль' }))
  expect(words).not.toMatch(/[a-z]{3,}(?!.*профиль)/i)
  expect(words).not.toContain(code)
})

test('our own refusals are told as they are, a fault of ours with its place', () => {
  expect(startFailureWords(new StartFailure('Профиль занят.'))).toBe('Профиль занят.')
  expect(startFailureWords(new TypeError('x is not a function'))).toMatch(
    /^Внутренняя ошибка при запуске[\s\S]*TypeError/,
  )
})
