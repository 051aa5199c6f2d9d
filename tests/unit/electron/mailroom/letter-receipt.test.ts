import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptOfLetter } from '../../../../electron/mailroom/letter-receipt.ts'
import { mailDateMs } from '../../../../shared/mailroom/received-header.ts'

const nowMs = Date.parse('2026-11-30T02:00:00.000Z')
const receiptOf = (head: string, internalDateMs: number | null = null) =>
  receiptOfLetter(Buffer.from(`${head}\r\n\r\nтекст`), internalDateMs, nowMs)
const unknown = { at: '2026-11-30T02:00:00.000Z', source: 'taken' }
const received = (at: string) => ({ at, source: 'received' })

test.each([
  [
    'the topmost of several, folded, with comments',
    'Return-Path: <a@example.ru>\r\nReceived: from mx (mx [192.0.2.1]; TLS)\r\n\tby mail.example.ru (Postfix) with ESMTPS id AB12;\r\n\tWed, 25 Nov 2026 09:15:01 +0700 (Novosibirsk; winter)\r\nReceived: from b by mx; Tue, 24 Nov 2026 01:00:00 +0000',
    received('2026-11-25T02:15:01.000Z'),
  ],
  ['without the day of the week', 'Received: by x; 25 Nov 2026 09:15:01 +0300', received('2026-11-25T06:15:01.000Z')],
  ['a zone by letters', 'Received: by x; Wed, 25 Nov 2026 09:15 GMT', received('2026-11-25T09:15:00.000Z')],
  [
    'line ends of Unix, other case',
    'subject: x\nRECEIVED: by x;\n 1 Dec 2025 00:00:00 -0800',
    received('2025-12-01T08:00:00.000Z'),
  ],
  [
    'a separator of a Unix mailbox above',
    'From - Wed Nov 25 09:15:01 2026\r\nReceived: by x; 25 Nov 2026 09:15:01 +0000',
    received('2026-11-25T09:15:01.000Z'),
  ],
  ['a byte order mark', '\uFEFFReceived: by x; 25 Nov 2026 09:15:01 +0000', received('2026-11-25T09:15:01.000Z')],
  ['none', 'Date: Wed, 25 Nov 2026 09:15:01 +0700\r\nX-Received: by x; 25 Nov 2026 09:15:01 +0000', unknown],
  ['no date', 'Received: from x by y with z', unknown],
  ['in the future', 'Received: by x; Thu, 30 Dec 2027 09:15:01 +0000', unknown],
  ['a little ahead, as clocks are', 'Received: by x; 30 Nov 2026 02:20:00 +0000', received('2026-11-30T02:20:00.000Z')],
  ['before 2000', 'Received: by x; Fri, 31 Dec 1999 23:00:00 +0000', unknown],
  ['a day that is in no calendar', 'Received: by x; 31 Feb 2026 09:15:01 +0000', unknown],
  ['no zone', 'Received: by x; 25 Nov 2026 09:15:01', unknown],
  ['a zone nobody knows', 'Received: by x; 25 Nov 2026 09:15:01 NOVT', unknown],
  ['American figures', 'Received: by x; 11/25/2026 09:15:01 +0000', unknown],
  [
    'the second believable, the topmost not',
    'Received: by x; yesterday\r\nReceived: by y; 25 Nov 2026 09:15:01 +0000',
    unknown,
  ],
  ['only below the head', 'Subject: x\r\n\r\nReceived: by x; 25 Nov 2026 09:15:01 +0000', unknown],
])('the receipt of a file: %s', (_name, head, receipt) => {
  expect(receiptOf(head)).toEqual(receipt)
})

test('INTERNALDATE counts before the head; one that cannot be counts not at all', () => {
  const head = 'Received: by x; 25 Nov 2026 09:15:01 +0000'
  const at = Date.parse('2026-11-26T00:00:00.000Z')
  expect(receiptOf(head, at)).toEqual({ at: '2026-11-26T00:00:00.000Z', source: 'internalDate' })
  for (const wrong of [0, Date.parse('2027-01-01T00:00:00Z'), Number.NaN]) {
    expect(receiptOf(head, wrong)).toEqual(received('2026-11-25T09:15:01.000Z'))
    expect(receiptOf('Subject: x', wrong)).toEqual(unknown)
  }
})

test('what is written as RFC 5322 wants it is read back; any text gives a moment or nothing, never an error', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const two = (value: number) => String(value).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) }),
      fc.integer({ min: -12 * 60, max: 14 * 60 }),
      (ms, zone) => {
        const atMs = Math.floor(ms / 1000) * 1000
        const local = new Date(atMs + zone * 60_000)
        const hours = two(Math.floor(Math.abs(zone) / 60))
        const text = `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} ${zone < 0 ? '-' : '+'}${hours}${two(Math.abs(zone) % 60)}`
        expect(mailDateMs(text)).toBe(atMs)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const ms = mailDateMs(text)
      expect(ms === null || Number.isFinite(ms)).toBe(true)
    }),
  )
})
