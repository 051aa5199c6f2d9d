import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeHeadlessPrinter } from '../../../electron/browser/headless-printer.ts'
import { annexTwoPage } from '../../../electron/documents/annex-two-page.ts'
import { fillTemplate, templateFault } from '../../../electron/documents/fill-template.ts'
import { htmlPage } from '../../../electron/documents/html-page.ts'
import { reportSheets } from '../../../electron/equipment/equipment-papers.ts'
import { makeJournalDocuments } from '../../../electron/journal/journal-documents.ts'
import type { ExportedRow } from '../../../electron/journal/journal-export-store.ts'
import { readRegulation } from '../../../electron/regulation/read-regulation.ts'
import { annexTwoFields, annexTwoTags } from '../../../shared/rejections/annex-two.ts'
import { type Office, openOffice, pdfLook, pdfPages, pdfText } from '../../fixtures/libreoffice.ts'
import { draft } from '../../unit/electron/rejections/rejection-bench.ts'
import { madeCheck } from './made-check.ts'

/** Every document the program makes, opened by LibreOffice or printed by Chromium, and its text read back. */
const resources = resolve(import.meta.dirname, '../../../resources')
const readTemplate = () => readFile(join(resources, 'documents/annex-2.docx'))
let office: Office
let temporary: string
let print: (html: string) => Promise<Buffer>
beforeAll(async () => {
  office = await openOffice()
  temporary = await mkdtemp(join(tmpdir(), 'videopriem-print-'))
  print = makeHeadlessPrinter({ executable: 'chromium', temporaryDirectory: join(temporary, 'printing') })
})
afterAll(async () => {
  await office.close()
  await rm(temporary, { recursive: true, force: true })
})

const fields = annexTwoFields({ ...draft({ grounds: ['competence', 'abuse'] }), gender: 'male', earlierAnswer: '' })
const data = Object.fromEntries(
  Object.entries(annexTwoTags).map(([key, tag]) => [tag, fields[key as keyof typeof fields]]),
)

/** Annex 2 word for word, in the order of the form. */
const annexTwoInOrder = [
  'Решение об отклонении заявки',
  'Отклонить заявку на проведение личного приема посредством видеоконференцсвязи Петрову Петру Петровичу,',
  '(Ф.И.О. гражданина)',
  'проживающему по адресу г. Кемерово, ул. Весенняя, д. 7, кв. 12 по следующему основанию обращение гражданина с тематикой вопроса, не входящего в компетенцию',
  'угрозы жизни, здоровью, имуществу должностного лица, а также членов его семьи (абз. 3 п. 2.7 Порядка). Вопрос о ремонте дороги относится к ведению города.',
  '(указать основание для вынесения решения об отклонении заявки)',
  'Руководитель органа, осуществляющего прием посредством видеоконференцсвязи (лицо, уполномоченное руководителем)',
  'Исполнитель',
  'Номер телефона 8 (384-2) 00-00-00',
  'Дата 20.11.2026',
]
function expectInOrder(text: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts) {
    const found = text.indexOf(part, at)
    expect(found, part).toBeGreaterThanOrEqual(at)
    at = found
  }
}

test('a letter carries the tags a screen reader needs; a journal of thousands of rows is printed without them', async () => {
  const tags = '/StructTreeRoot'
  const letter = htmlPage({ title: 'Письмо', styles: '', body: '<h1>Письмо</h1><p>Уважаемый Пётр Петрович!</p>' })
  expect((await print(letter)).includes(tags)).toBe(true)
  const row = `<tr>${'<td>Даны разъяснения о порядке назначения субсидии</td>'.repeat(7)}</tr>`
  const journal = htmlPage({ title: 'Журнал', styles: '', body: `<table>${row.repeat(1_000)}</table>` })
  const printed = await print(journal)
  expect(printed.includes(tags)).toBe(false)
  expect((await pdfText(printed)).match(/Даны/g)?.length).toBe(7_000)
})

describe('Annex 2', () => {
  test('Word, as LibreOffice shows it: A4, one page, every word of the form', async () => {
    const pdf = await office.toPdf(await fillTemplate(await readTemplate(), data), 'docx')
    const text = await pdfText(pdf)
    expectInOrder(text, annexTwoInOrder)
    for (const part of ['(подпись)', '(Ф.И.О.)', 'Морозова Елена Викторовна', 'Иванова Анна Петровна'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/[{}]/u)
    expect(await pdfLook(pdf)).toMatchObject({
      widthMm: 210,
      heightMm: 297,
      fonts: expect.stringContaining('LiberationSerif'),
    })
    expect(await pdfPages(pdf)).toHaveLength(1)
  })

  test('PDF, as Chromium prints it, and nothing of it stays on the disk', async () => {
    const pdf = await print(annexTwoPage(fields))
    expectInOrder(await pdfText(pdf), annexTwoInOrder)
    expect(await pdfLook(pdf)).toMatchObject({ widthMm: 210, heightMm: 297 })
    expect(await pdfPages(pdf)).toHaveLength(1)
    expect(await readdir(temporary)).toEqual([])
  })

  test('a long ground goes on to a second page, which has its number', async () => {
    const long = annexTwoFields({
      ...draft({ reasoning: 'Вопрос относится к ведению города и разъяснен в памятке. '.repeat(60) }),
      ...{ gender: 'female', earlierAnswer: '' },
    })
    const texts = Object.fromEntries(
      Object.entries(annexTwoTags).map(([key, tag]) => [tag, long[key as keyof typeof long]]),
    )
    for (const pdf of [
      await print(annexTwoPage(long)),
      await office.toPdf(await fillTemplate(await readTemplate(), texts), 'docx'),
    ]) {
      const pages = await pdfPages(pdf)
      expect(pages.length).toBeGreaterThan(1)
      expect(pages[0]?.trim()).toMatch(/^Решение/u)
      expect(pages[1]?.trim()).toMatch(/^2\s/u)
    }
  })

  test('markup in what was typed is text', async () => {
    const hostile = annexTwoFields({
      ...draft({ reasoning: '<script>alert(1)</script> & {адрес} "кавычки"' }),
      ...{ gender: 'male', earlierAnswer: '' },
    })
    expect(await pdfText(await print(annexTwoPage(hostile)))).toContain('<script>alert(1)</script> & {адрес} "кавычки"')
    const texts = { ...data, основание: hostile.ground }
    const pdf = await office.toPdf(await fillTemplate(await readTemplate(), texts), 'docx')
    expect(await pdfText(pdf)).toContain('<script>alert(1)</script> & {адрес} "кавычки"')
  })

  test('the program’s own template has every field and no other; a broken one is told apart', async () => {
    const tags = Object.values(annexTwoTags)
    expect(await templateFault(await readTemplate(), tags)).toBeNull()
    expect(await templateFault(await readTemplate(), [...tags.slice(1), 'подпись'])).toEqual({
      ...{ kind: 'tags', missing: ['подпись'], unknown: ['гражданин'] },
    })
    expect(await templateFault(Buffer.from('no zip at all'), tags)).toEqual({ kind: 'notWord' })
    expect(await templateFault(Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')), tags)).toEqual({ kind: 'notWord' })
    expect(await templateFault(Buffer.alloc(6 * 1024 * 1024), tags)).toEqual({ kind: 'tooBig' })
  })
})

describe('the journal', () => {
  const rowsOf = (count: number): ExportedRow[] =>
    Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      receivedOn: '2026-11-18',
      fullName: 'Канарейкина Анна Ильинична',
      topic: index === 0 ? '=HYPERLINK("http://example.ru")' : 'исправлено: Субсидия на оплату ЖКУ',
      consideration: 'Назначен личный прием 20.11.2026 в 09:00',
      specialistName: 'Иванова Анна Петровна',
      result: index === 1 ? '+5 минут; -1; @канал' : 'Личный прием проведен. Даны разъяснения: порядок назначения.',
    }))
  async function paperOf(count: number) {
    const { journal } = await readRegulation(join(resources, 'regulations/kuzbass-121.json'))
    return {
      ...journal,
      body: 'Управление социальной защиты населения',
      period: 'Период поступления заявок: с 01.11.2026 по 30.11.2026',
      rows: rowsOf(count),
    }
  }
  const documents = () =>
    makeJournalDocuments({ templatePath: join(resources, 'documents/journal.docx'), printPage: print })
  async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
    const all: Buffer[] = []
    for await (const piece of pieces) all.push(piece)
    return Buffer.concat(all)
  }

  async function expectJournal(pdf: Buffer): Promise<void> {
    const pages = await pdfPages(pdf)
    expect(pages.length).toBeGreaterThan(1)
    expect(await pdfLook(pdf)).toMatchObject({ widthMm: 297, heightMm: 210 })
    // Headings and column numbers on every page; the title on the first.
    for (const page of pages) {
      expect(page).toContain('№ п/п')
      expect(page).toMatch(/\b1\s+2\s+3\s+4\s+5\s+6\s+7\b/u)
    }
    const text = await pdfText(pdf)
    expect(text).toContain('Журнал учета проведения личного приема граждан посредством видеоконференцсвязи')
    const letters = text.replaceAll(/[\s-]/gu, '')
    for (const heading of (await paperOf(0)).columns) expect(letters).toContain(heading.replaceAll(/[\s-]/gu, ''))
    for (const part of ['=HYPERLINK("http://example.ru")', '+5минут;1;@канал', 'исправлено:Субсидия']) {
      expect(letters).toContain(part.replaceAll(/[\s-]/gu, ''))
    }
  }

  test('XLSX, opened and printed by LibreOffice', async () => {
    await expectJournal(await office.toPdf(await whole(documents().xlsx(await paperOf(60))), 'xlsx'))
  })
  test('DOCX, opened and printed by LibreOffice', async () => {
    await expectJournal(await office.toPdf(await whole(documents().docx(await paperOf(60))), 'docx'))
  })
  test('PDF, printed by Chromium', async () => {
    await expectJournal(await whole(documents().pdf(await paperOf(60))))
  })

  /** Above the tagged length the rows stand in blocks: all of them, once each, in order, as in the one table. */
  test('a long one as PDF: every word of every row, headings and numbers on every sheet', async () => {
    const paper = await paperOf(1_234)
    // A text that goes on over the end of a sheet, in the middle of a block.
    const longText = Array.from({ length: 900 }, (_, index) => `слово${index}`).join(' ')
    const rows = paper.rows.map((row, index) =>
      index === 150 ? { ...row, result: longText } : { ...row, result: `${row.result} Запись ${index}.` },
    )
    const pdf = await whole(documents().pdf({ ...paper, rows }))
    await expectJournal(pdf)
    const pages = await pdfPages(pdf)
    for (const [index, page] of pages.slice(1).entries()) expect(page.trim()).toMatch(new RegExp(`^${index + 2}\\s`))
    const text = await pdfText(pdf)
    const records = [...text.matchAll(/Запись\s+(\d+)\./gu)].map(([, number]) => Number(number))
    expect(records).toEqual(rows.map((_, index) => index).filter(index => index !== 150))
    const words = new Set([...text.matchAll(/слово\d+/gu)].map(([word]) => word))
    expect(words).toEqual(new Set(longText.split(' ')))
    expect(text.match(/Канарейкина/gu)).toHaveLength(rows.length)
    expect(text.match(/№ п\/п/gu)).toHaveLength(pages.length)
  })
})

test('the equipment report opens, with both its sheets', async () => {
  const report = await reportSheets({
    ...{ workplace: 'Рабочее место 3', timeZone: 'Asia/Novokuznetsk', passport: null, checks: [madeCheck()] },
  })
  const text = await pdfText(await office.toPdf(report, 'xlsx'))
  for (const word of ['Рабочее место 3', 'Иванова А. П.', 'Предел']) expect(text).toContain(word)
})
