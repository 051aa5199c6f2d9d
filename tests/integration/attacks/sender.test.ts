import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type MailroomBench, openMailroomBench } from '../mailroom/mailroom-bench.ts'

/** Whoever writes to the office names himself as he likes. */

let bench: MailroomBench
beforeEach(() => {
  bench = openMailroomBench()
})
afterEach(() => bench.close())

const encoded = (name: string) => `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`

test.each([
  [`${encoded('Министерство труда')} <evil@example.com>`, 'Министерство труда', 'evil@example.com'],
  [`"mintrud@kemobl.ru" <evil@example.com>`, '', 'evil@example.com'],
  [`${encoded('mintrud＠kemobl.ru')} <evil@example.com>`, '', 'evil@example.com'],
  ['evil@example.com', '', 'evil@example.com'],
])('from %s: the list shows the address', async (from, sender, senderAddress) => {
  const directory = join(bench.stores.folder.path, 'письма')
  await mkdir(directory)
  await writeFile(
    join(directory, 'a.eml'),
    `From: ${from}\r\nTo: priem@example.ru\r\nSubject: a\r\n\r\nПрошу принять.\r\n`,
  )
  await unwrap(bench.care.service.setFolder(bench.session, directory))
  await bench.letters(1)
  const lines = await bench.care.service.linesOf(bench.care.letters.waiting())
  expect(lines).toMatchObject([{ sender, senderAddress }])
})
