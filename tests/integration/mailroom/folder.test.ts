import { appendFile, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { letterText } from '../../fixtures/mail-server/letter-text.ts'
import { until } from '../../fixtures/until.ts'
import { type MailroomBench, openMailroomBench } from './mailroom-bench.ts'

let bench: MailroomBench
let directory: string
beforeEach(async () => {
  bench = openMailroomBench()
  directory = join(bench.stores.folder.path, 'письма')
  await mkdir(directory)
})
afterEach(() => bench.close())

const choose = (chosen: string | null) => bench.care.service.setFolder(bench.session, chosen)
const lies = (folder: string, name: string) =>
  until(
    `${name} lies in ${folder}`,
    (): Promise<string[]> => readdir(join(directory, folder)).catch(() => []),
    names => names.includes(name),
  )

test('what lies there and what is laid there is taken over and put into «принятые», a second copy too', async () => {
  await writeFile(join(directory, 'один.eml'), letterText({ number: 1 }))
  expect(await unwrap(choose(directory))).toEqual({ directory, trouble: null })
  await lies('принятые', 'один.eml')
  await writeFile(join(directory, 'ДВА.EML'), letterText({ number: 2 }))
  await lies('принятые', 'ДВА.EML')
  await writeFile(join(directory, 'один.eml'), letterText({ number: 1 }))
  await lies('принятые', 'один (2).eml')
  await bench.letters(2)
})

test('a file that is still being written waits until it is still', async () => {
  await unwrap(choose(directory))
  const path = join(directory, 'долгое.eml')
  const whole = Buffer.from(letterText({ number: 1 }))
  let at = 0
  // Pieces come faster than a file must be still for.
  await writeFile(path, '')
  for (; at < whole.length; at += 64) await appendFile(path, whole.subarray(at, at + 64))
  await lies('принятые', 'долгое.eml')
  const [letterId = ''] = await bench.letters(1)
  expect(bench.care.letters.raw(letterId)?.equals(whole)).toBe(true)
})

test('what is no letter goes to «непрочитанные» with the reason beside it; links and other files are left alone', async () => {
  await writeFile(join(directory, 'пустое.eml'), '')
  await writeFile(join(directory, 'картинка.eml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))
  await writeFile(join(directory, 'огромное.eml'), '')
  await truncate(join(directory, 'огромное.eml'), 26 * 1024 * 1024)
  await writeFile(join(directory, 'список.xlsx'), 'не письмо')
  await symlink('/etc/hostname', join(directory, 'ссылка.eml'))
  await unwrap(choose(directory))
  for (const [name, words] of [
    ['пустое.eml', /Файл пуст/],
    ['картинка.eml', /Это не письмо/],
    ['огромное.eml', /больше 25 МБ/],
  ] as const) {
    await lies('непрочитанные', `${name}.причина.txt`)
    expect(await readFile(join(directory, 'непрочитанные', `${name}.причина.txt`), 'utf8')).toMatch(words)
  }
  await bench.letters(0)
  expect((await readdir(directory)).sort()).toEqual(['непрочитанные', 'список.xlsx', 'ссылка.eml'].sort())
})

test('a file that cannot be put away is said and does not hold up the files behind it', async () => {
  // A file where the folder for what is no letter must be.
  await writeFile(join(directory, 'непрочитанные'), '')
  await writeFile(join(directory, 'а.eml'), '')
  await writeFile(join(directory, 'б.eml'), letterText({ number: 1 }))
  await unwrap(choose(directory))
  await lies('принятые', 'б.eml')
  await bench.letters(1)
  const trouble = () => unwrap(bench.care.service.folder()).then(folder => folder.trouble)
  await until('it is said', trouble, found => found === 'unreadable')
  await rm(join(directory, 'непрочитанные'))
  await lies('непрочитанные', 'а.eml')
  await until('it is well', trouble, found => found === null)
})

test('a folder that vanishes is said, and works again when it is back', async () => {
  await unwrap(choose(directory))
  await rm(directory, { recursive: true })
  const trouble = () => unwrap(bench.care.service.folder()).then(folder => folder.trouble)
  await until('it is missed', trouble, found => found === 'missing')
  await mkdir(directory)
  await until('it is back', trouble, found => found === null)
  await writeFile(join(directory, 'один.eml'), letterText({ number: 1 }))
  await bench.letters(1)
})

test('a folder that is not there cannot be chosen; none is a choice', async () => {
  expect(await choose(join(directory, 'нет'))).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { directory: expect.stringMatching(/Такой папки нет/) } },
  })
  expect(await unwrap(choose(null))).toEqual({ directory: null, trouble: null })
})
