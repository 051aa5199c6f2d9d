import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LinkRefusal, linkRefusals, readLink } from '../../../../shared/telemost/link.ts'
import { linkRefusalText } from '../../../../shared/telemost/link-text.ts'

const number = '12345678901234'
const canonical = `https://telemost.yandex.ru/j/${number}`

describe('accepted and made canonical', () => {
  test.each([
    canonical,
    `  ${canonical}\n`,
    `\u200B${canonical}\uFEFF`,
    `${canonical}/`,
    `${canonical}?source=invite`,
    `${canonical}#top`,
    `https://telemost.yandex.ru:443/j/${number}`,
    `HTTPS://Telemost.Yandex.RU/j/${number}`,
    `https://telemost.yandex.com/j/${number}`,
    `https://telemost.360.yandex.ru/j/${number}`,
    `https://telemost.360.yandex.com/j/${number}/?x=1`,
    `telemost.yandex.ru/j/${number}`,
    `${canonical} Пётр приглашает вас на встречу`,
    `${canonical}\nНомер встречи: 999`,
    `<${canonical}>`,
    `«${canonical}».`,
    `${canonical},`,
    number,
    ` ${number} `,
    `${number} — номер встречи`,
    '1234 5678 9012 34',
    '1234-5678-9012-34',
    '1234\u00A05678\u00A09012\u00A034',
  ])('%j', text => {
    expect(readLink(text)).toEqual({ ok: true, url: canonical, meetingNumber: number })
  })

  test('the shortest number, and an id of letters', () => {
    expect(readLink('123456')).toMatchObject({ ok: true, url: 'https://telemost.yandex.ru/j/123456' })
    expect(readLink('https://telemost.yandex.ru/j/aB-9_xyz')).toMatchObject({ ok: true, meetingNumber: 'aB-9_xyz' })
  })
})

const hostile: readonly (readonly [string, LinkRefusal])[] = [
  ['', 'empty'],
  [' \u200B\n', 'empty'],
  [`${canonical}?${'a'.repeat(600)}`, 'tooLong'],
  ['12345', 'shortNumber'],
  ['123 45', 'shortNumber'],
  ['https://telemost.yandex.ru/j/12345', 'shortNumber'],
  ['1'.repeat(21), 'notALink'],
  ['привет', 'notALink'],
  ['Ссылка', 'notALink'],
  ['https://', 'notALink'],
  [`https:/telemost.yandex.ru/j/${number}`, 'notALink'],
  [`https:telemost.yandex.ru/j/${number}`, 'notALink'],
  [`https:///telemost.yandex.ru/j/${number}`, 'notALink'],
  [`https:\\\\telemost.yandex.ru\\j\\${number}`, 'notALink'],
  [`//telemost.yandex.ru/j/${number}`, 'notALink'],
  [`/j/${number}`, 'notALink'],
  ['javascript:alert(1)', 'wrongScheme'],
  [`javascript://telemost.yandex.ru/j/${number}%0aalert(1)`, 'wrongScheme'],
  ['JavaScript:alert(1)', 'wrongScheme'],
  ['java\tscript:alert(1)', 'notALink'],
  ['java\u0000script:alert(1)', 'hiddenCharacters'],
  ['javascript:1', 'notALink'],
  ['data:text/html,<script>alert(1)</script>', 'wrongScheme'],
  ['file:///etc/passwd', 'wrongScheme'],
  [`http://telemost.yandex.ru/j/${number}`, 'wrongScheme'],
  [`ftp://telemost.yandex.ru/j/${number}`, 'wrongScheme'],
  [`blob:${canonical}`, 'wrongScheme'],
  [`view-source:${canonical}`, 'wrongScheme'],
  [`https://telemost.yandex.ru@evil.example/j/${number}`, 'credentials'],
  [`https://user:password@telemost.yandex.ru/j/${number}`, 'credentials'],
  [`https://telemost.yandex.ru:443@evil.example/j/${number}`, 'credentials'],
  [`https://telemost.yandex.ru:8443/j/${number}`, 'wrongPort'],
  [`https://telemost.yandex.ru:/j/${number}`, 'wrongPort'],
  [`https://telemost.yandex.ru:443:80/j/${number}`, 'wrongPort'],
  [`telemost.yandex.ru:8443/j/${number}`, 'wrongPort'],
  [`https://telemost.yandex.ru.evil.example/j/${number}`, 'lookAlikeHost'],
  [`https://telemost-yandex.ru/j/${number}`, 'lookAlikeHost'],
  [`https://eviltelemost.yandex.ru/j/${number}`, 'lookAlikeHost'],
  [`https://evil.telemost.yandex.ru/j/${number}`, 'lookAlikeHost'],
  [`https://telemost.yandex.ru./j/${number}`, 'lookAlikeHost'],
  [`https://telemost.yandex.com.ru/j/${number}`, 'lookAlikeHost'],
  [`https://te1emost.yandex.ru/j/${number}`, 'lookAlikeHost'],
  [`https://telemоst.yandex.ru/j/${number}`, 'lookAlikeHost'], // Cyrillic «о»
  [`https://telemost。yandex。ru/j/${number}`, 'lookAlikeHost'],
  [`https://telemost%2eyandex%2eru/j/${number}`, 'lookAlikeHost'],
  [`https://xn--telemst-d1g.yandex.ru/j/${number}`, 'lookAlikeHost'],
  [`https://телемост.рф/j/${number}`, 'lookAlikeHost'],
  [`https://evil.example\\@telemost.yandex.ru/j/${number}`, 'otherHost'],
  [`https://evil.example/telemost.yandex.ru/j/${number}`, 'otherHost'],
  [`https://evil.example/?https://telemost.yandex.ru/j/${number}`, 'otherHost'],
  [`https://evil.example#@telemost.yandex.ru/j/${number}`, 'otherHost'],
  ['https://zoom.us/j/123456789', 'otherHost'],
  ['https://127.0.0.1/j/123456', 'otherHost'],
  ['https://localhost/j/123456', 'otherHost'],
  ['https://[::1]/j/123456', 'notALink'],
  ['https://telemost.yandex.ru', 'otherPath'],
  ['https://telemost.yandex.ru/?browser-auto-create=1', 'otherPath'],
  ['https://telemost.yandex.ru/j/', 'otherPath'],
  [`https://telemost.yandex.ru/J/${number}`, 'otherPath'],
  [`https://telemost.yandex.ru/live/${number}`, 'otherPath'],
  [`https://telemost.yandex.ru//j/${number}`, 'otherPath'],
  [`https://telemost.yandex.ru/j/../${number}`, 'otherPath'],
  [`https://telemost.yandex.ru/j/${number}/../../evil`, 'otherPath'],
  [`https://telemost.yandex.ru/j/${number}/settings`, 'otherPath'],
  [`https://telemost.yandex.ru/j/%31${number}`, 'otherPath'],
  [`https://telemost.yandex.ru/j/１２３４５６７`, 'otherPath'],
  [`https://telemost.yandex.ru\\j\\${number}`, 'otherPath'],
  [`https://telemost.yandex.ru/j/1234\u200B5678`, 'hiddenCharacters'],
  [`https://telemost\u00AD.yandex.ru/j/${number}`, 'hiddenCharacters'],
  [`https://telemost.yandex.ru/j/${number}\u202Egpj.exe`, 'hiddenCharacters'],
]

describe('refused with a code', () => {
  test.each(hostile)('%j is %s', (text, refusal) => {
    expect(readLink(text)).toEqual({ ok: false, refusal })
  })

  test('every refusal occurs above and has its sentence', () => {
    expect([...new Set(hostile.map(([, refusal]) => refusal))].sort()).toEqual([...linkRefusals].sort())
    const texts = linkRefusals.map(linkRefusalText)
    expect(new Set(texts).size).toBe(linkRefusals.length)
    for (const text of texts) expect(text).toMatch(/^[А-ЯЁ]/)
  })
})

test('whatever is pasted, what is accepted is the canonical address of its own number', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'telemost.yandex.ru',
    '.evil.example',
    '@',
    ':443',
    '/j/',
    number,
    '\\',
    '?',
    '#',
    '%2f',
    ' ',
  )
  const text = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 60 }).map(codes => String.fromCharCode(...codes)),
    fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
  )
  fc.assert(
    fc.property(text, pasted => {
      const reading = readLink(pasted)
      if (!reading.ok) return
      expect(reading.meetingNumber).toMatch(/^[A-Za-z0-9_-]{6,64}$/)
      expect(reading.url).toBe(`https://telemost.yandex.ru/j/${reading.meetingNumber}`)
      const url = new URL(reading.url)
      expect([url.protocol, url.host, url.username, url.search, url.hash]).toEqual([
        'https:',
        'telemost.yandex.ru',
        '',
        '',
        '',
      ])
      expect(readLink(reading.url)).toEqual(reading)
    }),
    { numRuns: 500 },
  )
})
