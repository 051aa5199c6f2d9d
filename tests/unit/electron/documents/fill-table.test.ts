import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillTable } from '../../../../electron/documents/fill-table.ts'
import { fillTemplate } from '../../../../electron/documents/fill-template.ts'
import { unzipTexts } from '../../../../electron/documents/unzip-texts.ts'

const template = await readFile(join(import.meta.dirname, '../../../../resources/documents/journal.docx'))
const columns = ['number', 'received', 'citizen', 'topic', 'consideration', 'specialist', 'result'] as const
const headings = Object.fromEntries(columns.map((_, index) => [`heading${index + 1}`, `Графа ${index + 1}`]))
const texts = { title: 'Журнал', body: 'Управление', period: '2026 год', ...headings }
const rowOf = (result: string) => ({
  ...{ number: '1', received: '20.11.2026', citizen: 'Канарейкин П. И.', topic: 'Субсидия' },
  ...{ consideration: 'Назначен', specialist: 'Иванова А. П.', result },
})
const documentOf = (file: Buffer) => unzipTexts(file).find(({ name }) => name === 'word/document.xml')?.text ?? ''

async function filled(rows: Iterable<ReturnType<typeof rowOf>>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of fillTable(template, { texts, loop: 'rows', columns, rows })) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('the same document as the template filled at once', async () => {
  const rows = [rowOf('Разъяснено: «да» & <нет>'), rowOf('первая\nвторая  строка'), rowOf('третья')]
  const [streamed, whole] = [await filled(rows), await fillTemplate(template, { ...texts, rows })]
  expect(unzipTexts(streamed).map(({ name }) => name)).toEqual(unzipTexts(whole).map(({ name }) => name))
  const told = (text: string) => text.replaceAll(/<[^>]*>/gu, '')
  expect(told(documentOf(streamed))).toBe(told(documentOf(whole)))
  expect(documentOf(streamed)).toContain('первая</w:t><w:br/><w:t xml:space="preserve">вторая  строка')
  expect(documentOf(streamed).match(/<w:tr>/gu)).toHaveLength(documentOf(whole).match(/<w:tr>/gu)?.length ?? 0)
})

test('signs XML cannot hold are left out; a text with our own mark stays a text', async () => {
  const text = documentOf(await filled([rowOf('а\u0000б\tв \ue000number\ue001')]))
  expect(text).toContain('аб в \ue000number\ue001')
})

test('a loop that is no row of a table is told', async () => {
  const pieces = fillTable(template, { texts, loop: 'rows', columns: ['number', 'nothing'], rows: [] })
  await expect(pieces.next()).rejects.toThrow('no row')
})
