import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../../electron/letters/read-letter.ts'
import { LetterReading } from '../../../../shared/letters/letter-reading.ts'
import { maskReading } from '../../../../shared/letters/mask-reading.ts'
import { attachment, letter, multipart, part } from '../../../fixtures/letters/mime.ts'
import { form } from '../../../fixtures/letters/sample.ts'
import { samples } from '../../../fixtures/letters/samples.ts'

const nowMs = Date.parse('2026-11-20T03:00:00Z')

/** Reads, and hides the document as whoever opens the letter sees it. */
async function read(raw: Uint8Array): Promise<LetterReading> {
  const reading = LetterReading.parse(await readLetter(raw, [], nowMs))
  LetterReading.parse(maskReading(reading))
  return reading
}

// Each takes a second or two; reading that is not bounded would take minutes on any machine.
describe('letters meant to break the reader', { timeout: 30_000 }, () => {
  test('50 MB: the beginning is read, the size is said', async () => {
    const raw = Buffer.concat([
      letter({ subject: 'big' }, part(form())),
      Buffer.from('\n\n'),
      Buffer.alloc(50 * 1024 * 1024, 'a\n'),
    ])
    const reading = await read(raw)
    expect(reading.warnings).toEqual(expect.arrayContaining(['tooBig', 'truncated']))
    expect(reading.subject).toBe('big')
    expect(reading.kind).toBe('application')
  })

  test('millions of short lines', async () => {
    const reading = await read(letter({}, part(`${form()}\n\n${'a\n'.repeat(5_000_000)}`)))
    expect(reading).toMatchObject({ kind: 'application', warnings: ['truncated'] })
  })

  test('20 MB of a scan beside the form', async () => {
    const scan = attachment('scan.pdf', 'application/pdf', Buffer.alloc(15 * 1024 * 1024, 'x'))
    const reading = await read(letter({}, multipart('mixed', [part(form()), scan])))
    expect(reading.kind).toBe('application')
    expect(reading.attachments[0]?.byteLength).toBe(15 * 1024 * 1024)
  })

  test('parts in parts, 200 deep', async () => {
    const borders = Array.from(
      { length: 200 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    )
    const raw = letter(
      { subject: 'deep' },
      Buffer.from(`Content-Type: multipart/mixed; boundary=b0\r\n\r\n${borders.join('')}`),
    )
    const reading = await read(raw)
    expect(reading).toMatchObject({
      kind: 'other',
      subject: 'deep',
      fromAddress: 'noreply@mintrud.example.ru',
      warnings: ['tooDeep'],
    })
  })

  test('letters in letters, 50 deep', async () => {
    let inner = letter({}, part(form()))
    for (let depth = 0; depth < 50; depth++) {
      inner = letter({}, Buffer.concat([Buffer.from('Content-Type: message/rfc822\r\n\r\n'), inner]))
    }
    const reading = await read(inner)
    expect(reading.warnings).toContain('tooDeep')
  })

  test('a million borders', async () => {
    const raw = letter(
      {},
      Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(1_000_000)}`),
    )
    expect((await read(raw)).warnings).toEqual(['truncated', 'tooDeep'])
  })

  test('a head of 5 MB', async () => {
    const more = [`X-Filler: ${'y'.repeat(5 * 1024 * 1024)}`]
    const reading = await read(letter({ subject: 'huge head', more }, part(form())))
    expect(reading).toMatchObject({ subject: 'huge head', warnings: ['truncated'] })
  })

  test('a table of 100 000 cells', async () => {
    const rows = '<tr><td>Фамилия</td><td>Канарейкин</td></tr>'.repeat(50_000)
    const reading = await read(letter({}, part(`<table>${rows}</table>`, { type: 'text/html' })))
    expect(reading.warnings).toContain('truncated')
  })

  test('100 000 open tags', async () => {
    const raw = letter(
      {},
      part(`${'<div>'.repeat(100_000)}Фамилия: Канарейкин${'</b>'.repeat(100_000)}`, { type: 'text/html' }),
    )
    expect((await read(raw)).warnings).toContain('truncated')
  })

  test('JSON nested 100 000 deep', async () => {
    const json = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const reading = await read(
      letter({}, multipart('mixed', [part(form()), attachment('a.json', 'application/json', json)])),
    )
    expect(reading.kind).toBe('application')
  })

  test('one line of 10 MB with a million colons', async () => {
    const reading = await read(letter({}, part('Тема: '.repeat(1_000_000))))
    expect(reading.warnings).toContain('truncated')
  })

  test('a number of a document as long as the letter', async () => {
    const ones = '1 '.repeat(100_000)
    const reading = await read(letter({}, part(`${form(': ', { Номер: ones })}\n\n${ones}\n${ones}`)))
    expect(reading.application?.fields.find(({ name }) => name === 'documentNumber')?.value).toBeNull()
  })

  test('thousands of references', async () => {
    const more = [`References: ${Array.from({ length: 5_000 }, (_, at) => `<${at}@example.ru>`).join('\r\n ')}`]
    expect((await read(letter({ more }, part('x')))).answers.length).toBe(50)
  })

  test('lines that make greedy patterns slow', async () => {
    const lines = [
      ' '.repeat(20_000),
      '>'.repeat(20_000),
      '-'.repeat(20_000),
      `${'а '.repeat(10_000)}писал`,
      `${'1.'.repeat(9_000)}<@`,
    ]
    await read(letter({ more: ['In-Reply-To: <a@b>'] }, part(lines.join('\n').repeat(5))))
  })
})

describe('whatever comes, a reading comes back', () => {
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async bytes => {
        LetterReading.parse(await readLetter(bytes, [], nowMs))
      }),
      { numRuns: 300 },
    )
  })

  test('samples with bytes changed, taken out and doubled', async () => {
    const files = Object.keys(samples).map(name =>
      readFileSync(new URL(`../../../fixtures/letters/${name}.eml`, import.meta.url)),
    )
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
      kind: fc.nat(2),
      length: fc.nat(80),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (file, changes) => {
          let raw = Buffer.from(file)
          for (const { at, byte, kind, length } of changes) {
            const index = Math.floor(at * raw.length)
            if (kind === 0 && raw.length > 0) raw[Math.min(index, raw.length - 1)] = byte
            else if (kind === 1) raw = Buffer.concat([raw.subarray(0, index), raw.subarray(index + length)])
            else raw = Buffer.concat([raw.subarray(0, index), raw.subarray(index, index + length), raw.subarray(index)])
          }
          LetterReading.parse(await readLetter(raw, [], nowMs))
        },
      ),
      { numRuns: 600 },
    )
  })

  test('HTML of every kind', async () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<dl>',
      '<dt>',
      '<dd>',
      '</dl>',
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<blockquote>',
      '</blockquote>',
      'Фамилия',
      ': ',
      'Канарейкин',
      '<br>',
      '<script>',
      '<!--',
      '&#0;',
      '<',
      '>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 120 }), async pieces => {
        LetterReading.parse(await readLetter(letter({}, part(pieces.join(''), { type: 'text/html' })), [], nowMs))
      }),
      { numRuns: 300 },
    )
  })
})
