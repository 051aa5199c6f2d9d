import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillTemplate } from '../../../electron/documents/fill-template.ts'
import { makeJournalDocuments } from '../../../electron/journal/journal-documents.ts'
import type { ExportedRow } from '../../../electron/journal/journal-export-store.ts'
import { readRegulation } from '../../../electron/regulation/read-regulation.ts'
import { annexTwoFields, annexTwoTags } from '../../../shared/rejections/annex-two.ts'
import { type Office, openOffice, pdfText } from '../../fixtures/libreoffice.ts'
import { draft } from '../../unit/electron/rejections/rejection-bench.ts'

/** What is typed is on the paper, word by word, however long it is and whatever signs stand in it. */
const resources = resolve(import.meta.dirname, '../../../resources')
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const row = (changes: Partial<ExportedRow>): ExportedRow => ({
  ...{ number: 1, receivedOn: '2026-11-18', fullName: 'Канарейкина Анна Ильинична', topic: 'Субсидия' },
  ...{ consideration: 'Назначен', specialistName: 'Иванова Анна Петровна', result: 'Личный прием проведен.' },
  ...changes,
})

async function journalOf(ending: 'docx' | 'xlsx', rows: readonly ExportedRow[]): Promise<string> {
  const { journal } = await readRegulation(join(resources, 'regulations/kuzbass-121.json'))
  const documents = makeJournalDocuments({
    templatePath: join(resources, 'documents/journal.docx'),
    printPage: async () => Buffer.alloc(0),
  })
  const pieces: Buffer[] = []
  const paper = { ...journal, body: 'Управление', period: 'за ноябрь', rows }
  for await (const piece of documents[ending](paper)) pieces.push(piece)
  return await pdfText(await office.toPdf(Buffer.concat(pieces), ending))
}

/** Every word once, so that each can be counted on the page; as long as column 7 may be. */
const long = Array.from({ length: 420 }, (_, index) => `слово${index}${index % 9 === 8 ? '.\n' : ''}`).join(' ')
const wordsOf = (text: string) => text.split(/\s+/u).filter(word => word !== '')
/** A word may be broken at the edge of a cell: its letters stand one after the other all the same. */
const squeezed = (text: string) => text.replaceAll(/\s+/gu, '')

test.each(['xlsx', 'docx'] as const)(
  'every word of a long column 7 is on the printed %s, and of the rows around it',
  async ending => {
    const rows = [
      row({}),
      row({ number: 2, result: long }),
      row({ number: 3, topic: `${long} конецтемы` }),
      row({ number: 4 }),
    ]
    const text = squeezed(await journalOf(ending, rows))
    // A page may part a word of the Word form in two; of the sheet each is whole, in both rows.
    const times = ending === 'xlsx' ? 2 : 1
    for (const word of wordsOf(long)) expect(text.split(word).length - 1, word).toBeGreaterThanOrEqual(times)
    if (ending === 'xlsx') expect(text).toContain('конецтемы')
    expect(text.split('Личныйприемпроведен').length - 1).toBe(3)
  },
)

const hostile = 'до\vпосле\fстраница\tтабуляция\u0000ноль\u0007звонок\ufffe \ud800 _x000D_ конец'
const shown = ['до', 'после', 'страница', 'табуляция', 'ноль', 'звонок', '_x000D_', 'конец']

test('a decision opens with whatever signs were in its texts', async () => {
  const fields = annexTwoFields({
    ...draft({ reasoning: hostile, address: `г. Кемерово\v${hostile}` }),
    ...{ gender: 'female', earlierAnswer: '' },
  })
  const data = Object.fromEntries(
    Object.entries(annexTwoTags).map(([key, tag]) => [tag, fields[key as keyof typeof fields]]),
  )
  const template = await readFile(join(resources, 'documents/annex-2.docx'))
  const text = await pdfText(await office.toPdf(await fillTemplate(template, data), 'docx'))
  for (const word of shown) expect(text).toContain(word)
})

test.each(['xlsx', 'docx'] as const)('so does the journal as %s', async ending => {
  const text = squeezed(await journalOf(ending, [row({ result: hostile, topic: hostile, fullName: hostile })]))
  for (const word of shown) expect(text.split(word).length - 1, word).toBeGreaterThanOrEqual(3)
})
