import { performance } from 'node:perf_hooks'
import { afterEach, expect, test } from 'vitest'
import { type LetterThread, makeLetterThread } from '../../../electron/letters/letter-thread.ts'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { form } from '../../fixtures/letters/sample.ts'

const nowMs = Date.parse('2026-11-20T03:00:00Z')
let thread: LetterThread
afterEach(() => thread.close())

/** Announced as UTF-8, written in another charset: read three times over. */
const brokenCharset = (byteLength: number): Buffer =>
  Buffer.concat([
    letter({ subject: 'broken' }, Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\n')),
    Buffer.from(`${form()}\n`),
    Buffer.alloc(
      byteLength,
      Buffer.from([0xcf, 0xf0, 0xee, 0xf1, 0xe8, 0xf2, 0x20, 0xd1, 0xf3, 0xe1, 0xf1, 0xe8, 0x0a]),
    ),
  ])

test('big letters in a broken charset hold nobody up, and are read as ever', { timeout: 120_000 }, async () => {
  thread = makeLetterThread()
  const raw = brokenCharset(600_000)
  await thread.readLetter(letter({}, part(form())), [], nowMs)
  const before = performance.eventLoopUtilization()
  const readings = await Promise.all(Array.from({ length: 2 }, () => thread.readLetter(raw, [], nowMs)))
  const aside = performance.eventLoopUtilization(before)
  const here = performance.eventLoopUtilization()
  expect(readings[1]).toEqual(await readLetter(raw, [], nowMs))
  // Read here one letter holds the loop for all of its time; two on the thread for next to nothing.
  expect(performance.eventLoopUtilization(here).utilization).toBeGreaterThan(0.8)
  expect(aside.active).toBeLessThan(performance.eventLoopUtilization(here).active / 2)
})

test('a letter that takes too long is given up alone: the one behind it is read on a new thread', async () => {
  thread = makeLetterThread()
  const slow = Buffer.concat([letter({ subject: 'slow' }, part(form())), Buffer.alloc(25_000_000, '<')])
  const stuck = makeLetterThread({ limitMs: 1 })
  await expect(stuck.readLetter(slow, [], nowMs)).rejects.toThrow('was not read within 1 ms')
  await stuck.close()
  expect(await thread.readLetter(letter({}, part(form())), [], nowMs)).toMatchObject({ kind: 'application' })
})

test('an answer is read for what it is known by', async () => {
  thread = makeLetterThread()
  const raw = letter({ subject: 'Re: приём', more: ['In-Reply-To: <a@b>'] }, part('Подтверждаю участие'))
  expect(await thread.readAnswer(raw)).toMatchObject({ answers: ['<a@b>'], words: 'Подтверждаю участие' })
})

test('closed with letters under way, it refuses them and those to come', async () => {
  thread = makeLetterThread()
  const reading = thread.readLetter(brokenCharset(1_900_000), [], nowMs)
  const refused = expect(reading).rejects.toThrow()
  await new Promise(resolve => setImmediate(resolve))
  await thread.close()
  await refused
  await expect(thread.readAnswer(letter({}, part('x')))).rejects.toThrow('read no more')
})
