import { expect, test } from 'vitest'
import { type Sheet, wholeSheets, writeSheets } from '../../../../electron/documents/sheet.ts'
import { readZip } from './read-zip.ts'

const columns = [{ heading: 'Что', widthCharacters: 20 }]

test('every sheet with its rows; texts stay texts, whatever they begin with', async () => {
  const formulas = ['=1+1', '+7 900 000-00-01', '-5', '@SUM(A1)', '\t=1']
  const files = readZip(
    await wholeSheets([
      { name: 'Проверки', columns, rows: [...formulas.map(text => [text]), [42], [null], ['<тег> & «кавычки»\u0007']] },
      { name: 'Результаты', columns, rows: [] },
    ]),
  )
  const first = files.get('xl/worksheets/sheet1.xml') ?? ''
  for (const text of formulas) expect(first).toContain(`xml:space="preserve">${text.replace('\t', ' ')}</t>`)
  expect(first).not.toContain('<f>')
  expect(first).toMatch(/<v>42<\/v>/)
  expect(first).toContain('&lt;тег&gt; &amp; «кавычки»</t>')
  expect(files.get('xl/workbook.xml')).toContain('name="Результаты"')
  expect([...files.keys()]).toContain('xl/worksheets/sheet2.xml')
})

test('a printed sheet: A4 landscape, title, headings and column numbers on every page', async () => {
  const print = { title: ['Журнал', 'за ноябрь'], columnNumbers: true }
  const files = readZip(await wholeSheets([{ name: 'Журнал', columns: [...columns, ...columns], rows: [], print }]))
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('orientation="landscape"')
  expect(sheet).toContain('paperSize="9"')
  expect(sheet).toContain('<mergeCell ref="A1:B1"/>')
  expect(sheet).toMatch(/ySplit="4"/)
  expect(files.get('xl/workbook.xml')).toContain('$3:$4')
})

test('who stops reading stops the rows', async () => {
  let taken = 0
  function* endless(): Generator<[string], void> {
    for (;;) {
      taken += 1
      yield [`строка ${taken} ${Math.random()}`]
    }
  }
  const sheet: Sheet = { name: 'Без конца', columns, rows: endless() }
  for await (const piece of writeSheets([sheet])) {
    expect(piece.length).toBeGreaterThan(0)
    break
  }
  const atTheEnd = taken
  await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  expect(taken).toBeLessThanOrEqual(atTheEnd + 400)
})

test('a broken source of rows reaches the reader', async () => {
  // biome-ignore lint/correctness/useYield: it breaks before the first row
  function* broken(): Generator<[string], void> {
    throw new Error('the disk is gone')
  }
  await expect(wholeSheets([{ name: 'Нет', columns, rows: broken() }])).rejects.toThrow('the disk is gone')
})
