/**
 * How long a long journal takes as PDF: `node tests/bench/journal-pdf.ts [rows] [rounds]`. In turns within one run,
 * beside the same rows as DOCX and LibreOffice's PDF of that DOCX, where LibreOffice is installed; and Chromium printing
 * an empty page, which is the least it ever takes.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeHeadlessPrinter } from '../../electron/browser/headless-printer.ts'
import { htmlPage } from '../../electron/documents/html-page.ts'
import { makeJournalDocuments } from '../../electron/journal/journal-documents.ts'
import type { ExportedRow } from '../../electron/journal/journal-export-store.ts'
import { readRegulation } from '../../electron/regulation/read-regulation.ts'
import { pdfPages } from '../fixtures/libreoffice.ts'
import { median } from './median.ts'

const count = Number(process.argv[2] ?? 4_900)
const rounds = Number(process.argv[3] ?? 3)
const resources = resolve(import.meta.dirname, '../../resources')
const { journal } = await readRegulation(join(resources, 'regulations/kuzbass-121.json'))
const topics = ['Субсидия на оплату ЖКУ', 'Социальный контракт', 'Выплата на третьего ребёнка', 'Льготный проезд']

function* rows(): Generator<ExportedRow, void> {
  for (let index = 0; index < count; index += 1) {
    const topic = topics[index % topics.length] ?? ''
    yield {
      number: index + 1,
      receivedOn: '2026-11-18',
      fullName: 'Канарейкина Анна Ильинична',
      topic,
      consideration: 'Назначен личный прием 20.11.2026 в 09:00',
      specialistName: 'Иванова Анна Петровна',
      result: `Личный прием проведен. Даны разъяснения: ${topic}.`,
    }
  }
}
const paper = () => ({
  ...journal,
  body: 'Управление социальной защиты населения',
  period: 'Период поступления заявок: с 01.01.2024 по 30.11.2026',
  rows: rows(),
})

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** It needs minutes: the fixture of the tests would lose its patience. */
async function byOffice(docx: Buffer): Promise<Buffer> {
  const file = join(directory, 'journal.docx')
  await writeFile(file, docx)
  const profile = `-env:UserInstallation=file://${join(directory, 'office')}`
  const order = ['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', directory, file]
  execFileSync('soffice', [profile, ...order], { stdio: 'ignore' })
  return readFile(join(directory, 'journal.pdf'))
}

const directory = await mkdtemp(join(tmpdir(), 'videopriem-bench-'))
try {
  const print = makeHeadlessPrinter({ executable: 'chromium', temporaryDirectory: join(directory, 'printing') })
  const templatePath = join(resources, 'documents/journal.docx')
  const documents = makeJournalDocuments({ templatePath, printPage: print })
  const makers: Readonly<Record<string, () => Promise<Buffer>>> = {
    'PDF, printed by Chromium': () => whole(documents.pdf(paper())),
    'Chromium printing an empty page': () => print(htmlPage({ title: 'Пусто', styles: '', body: '<p>Пусто</p>' })),
    DOCX: () => whole(documents.docx(paper())),
    ...(isInstalled('soffice') && {
      'LibreOffice’s PDF of that DOCX': async () => byOffice(await whole(documents.docx(paper()))),
    }),
  }
  const taken = Object.entries(makers).map(([name, make]) => ({
    name,
    make,
    ms: [] as number[],
    last: Buffer.alloc(0) as Buffer,
  }))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of taken) {
      // Minutes: once is enough.
      if (round > 0 && one.name.startsWith('LibreOffice')) continue
      const began = performance.now()
      one.last = await one.make()
      one.ms.push(performance.now() - began)
    }
  }
  console.log(`${count} rows, milliseconds:\n\n| | median | MB | pages | all rounds |\n|---|---|---|---|---|`)
  for (const { name, ms, last } of taken) {
    const pages = last.subarray(0, 4).toString() === '%PDF' ? (await pdfPages(last)).length : '–'
    const all = ms.map(one => one.toFixed(0)).join(', ')
    console.log(`| ${name} | ${median(ms).toFixed(0)} | ${(last.length / 1e6).toFixed(1)} | ${pages} | ${all} |`)
  }
} finally {
  await rm(directory, { recursive: true, force: true })
}
