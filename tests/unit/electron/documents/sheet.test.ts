import { expect, test } from 'vitest'
import { writeSheets } from '../../../../electron/documents/sheet.ts'
import { readZip } from './read-zip.ts'

const columns = [{ heading: 'Что', widthCharacters: 20 }]

test('every sheet with its rows; texts stay texts, whatever they begin with', () => {
  const files = readZip(
    writeSheets([
      { name: 'Проверки', columns, rows: [['=1+1'], [42], [null], ['<тег> & «кавычки»\u0007']] },
      { name: 'Результаты', columns, rows: [] },
    ]),
  )
  const first = files.get('xl/worksheets/sheet1.xml')
  expect(first).toContain('<t xml:space="preserve">=1+1</t>')
  expect(first).not.toContain('<f>')
  expect(first).toContain('<c><v>42</v></c>')
  expect(first).toContain('&lt;тег&gt; &amp; «кавычки»</t>')
  expect(files.get('xl/workbook.xml')).toContain('name="Результаты"')
  expect([...files.keys()]).toContain('xl/worksheets/sheet2.xml')
})
