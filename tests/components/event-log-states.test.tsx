import { expect, test } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { EventLogSection } from '../../renderer/features/settings/event-log-section.tsx'
import type { LogCheck, SheetCheck } from '../../shared/contract/event-log.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import type { Answers } from './fixtures/answers.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

/** What is said of the event log: nothing is called whole that nothing outside remembers; the bad is named by its line. */
const madeAt = '2026-11-19T20:00:00.000Z'
const source = { madeAt }
const quiet: LogCheck = {
  verdict: 'unconfirmed',
  chain: { intact: true, lines: 2058 },
  confirmed: null,
  contradictions: [],
  gaps: [],
  silent: { unsigned: 0, notTrusted: 0, folder: null },
}
const confirmed = { source, line: 2040, at: '2026-11-19T10:00:00.000Z' }

const open = (check: LogCheck, compareSheet?: () => ReturnType<typeof done<SheetCheck>> | ReturnType<typeof refused>) =>
  show(<EventLogSection />, {
    accounts: { staff: () => done([]) },
    eventLog: {
      list: () => done({ total: 0, rows: [] }),
      verify: () => done(check),
      ...(compareSheet ? { compareSheet } : {}),
    },
  } as Answers)
const isAccessible = async (shown: Locator) => {
  await expect.element(shown.first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
}
const said = (text: string | RegExp) => isAccessible(page.getByText(text))
async function verify(check: LogCheck): Promise<void> {
  open(check)
  await press('Проверить целостность')
}

test('nothing outside remembers it', async () => {
  await verify({ ...quiet, silent: { unsigned: 2, notTrusted: 1, folder: null } })
  await said('Строки связаны без разрывов, но сверять не с чем')
  await said('Копий без подписи, сверить с ними нельзя: 2.')
  await said('Копий, список которых изменён или подписан другим ключом: 1.')
  await expect.element(page.getByText(/журнал событий цел/i)).not.toBeInTheDocument()
})

test('the folder of copies is out of reach', async () => {
  await verify({ ...quiet, silent: { unsigned: 0, notTrusted: 0, folder: 'notReadable' } })
  await said(/Папка резервных копий недоступна/)
})

test('a copy agrees, up to a line', async () => {
  await verify({ ...quiet, verdict: 'confirmed', confirmed })
  await said('Журнал событий сходится с копией от 20.11.2026 03:00')
  await said(/Строки до № 2040 \(19\.11\.2026 17:00\) те же, что в копии.*пока подтвердить нечем/)
})

test('restored: what a copy remembers besides is told, and is in order', async () => {
  const gap = { source, lines: 18, line: 2040, at: '2026-11-20T02:00:00.000Z' }
  await verify({ ...quiet, verdict: 'confirmed', confirmed, gaps: [gap] })
  await said(/помнит строки, которых в журнале нет: 18\. Так и должно быть: 20\.11\.2026 09:00 база восстановлена/)
})

test.each([
  [
    'missing',
    { missing: 5, changed: 0, added: 0 },
    /нет строки № 708 \(всего нет строк: 5\): копия от 20\.11\.2026 03:00 её помнит/,
  ],
  [
    'changed',
    { missing: 0, changed: 1, added: 0 },
    /Строка № 708 изменена: копия от 20\.11\.2026 03:00 помнит её другой/,
  ],
  ['added', { missing: 0, changed: 0, added: 2 }, /Строка № 708 добавлена задним числом \(добавлено строк: 2\)/],
  ['other', { missing: 0, changed: 0, added: 0 }, /Строка № 708 не та, что была/],
] as const)('%s: the line and the copy that remembers it', async (what, counts, words) => {
  const contradiction = { source, line: 708, what, ...counts }
  await verify({ ...quiet, verdict: 'contradicted', confirmed, contradictions: [contradiction, contradiction] })
  await said('Журнал событий расходится с резервной копией')
  await said(words)
  await said('С другими копиями тоже расходится: 1.')
})

test('lines that do not hang together', async () => {
  await verify({ ...quiet, verdict: 'broken', chain: { intact: false, sequence: 12, reason: 'missing' } })
  await said(/Строка № 12 удалена/)
})

async function typeSheet(): Promise<void> {
  await press('Сверить с листом…')
  await fill('Номер строки', '708')
  await fill('Дата на корешке', '24.11.2026')
  await fill('Знаки', 'ABCD-EFGH-JKMN-PQRS-TVWX')
  await press(/^Сверить$/)
}
const sheet: SheetCheck = {
  ...{ verdict: 'same', line: 708, at: '2026-11-24T02:12:00.000Z', restored: null },
  chain: { intact: true, lines: 2058 },
}

test.each([
  ['same', {}, /Сходится: строки журнала до № 708 \(24\.11\.2026 09:12\) те же/],
  ['other', {}, /Строка № 708 журнала событий не та, что на листе/],
  ['missing', { at: null }, /нет строки № 708, а на листе она есть/],
  [
    'restored',
    { restored: { at: '2026-11-24T05:00:00.000Z', line: 700 } },
    /Если лист напечатан раньше, так и должно быть/,
  ],
  ['broken', { chain: { intact: false, sequence: 3, reason: 'changed' } as const }, /Строка № 3 изменена/],
] as const)('the strip of a day sheet: %s', async (verdict, changes, words) => {
  const fake = open(quiet, () => done({ ...sheet, verdict, ...changes }))
  await typeSheet()
  await said(words)
  expect(fake.inputsOf('eventLog.compareSheet')).toEqual([
    { line: 708, day: '2026-11-24', code: 'ABCD-EFGH-JKMN-PQRS-TVWX' },
  ])
})

test('the strip mistyped: at the field, and nobody is accused', async () => {
  const hint = 'Номер, дата и знаки не подходят друг к другу: проверьте их по листу. Журнал не сверен.'
  open(quiet, () => refused('badInput', hint, { code: hint }))
  await typeSheet()
  await said(hint)
  expect(page.getByRole('alert').elements()).toHaveLength(0)
})
