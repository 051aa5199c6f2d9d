import type { EquipmentCheck, Passport } from '../../shared/contract/equipment.ts'
import { driftsOf } from '../../shared/equipment/baseline.ts'
import { driftText } from '../../shared/equipment/drift-text.ts'
import { unitText } from '../../shared/equipment/figure-text.ts'
import { causeText, codeWords, toDoText } from '../../shared/equipment/result-words.ts'
import { formatDateTime } from '../../shared/text/date-time.ts'
import { wholeSheets } from '../documents/sheet.ts'
import { zipTexts } from '../documents/zip.ts'

export interface PapersInput {
  readonly workplace: string
  readonly timeZone: string
  readonly passport: Passport | null
  /** Oldest first. */
  readonly checks: readonly EquipmentCheck[]
}

const states = { good: 'исправно', warning: 'замечание', fault: 'неисправность', unknown: 'не проверено' } as const
const kinds = { quick: 'быстрая', full: 'полная', silent: 'перед приёмом' } as const

/** Headings with the width of their column, in characters. */
const columns = (headings: Readonly<Record<string, number>>) =>
  Object.entries(headings).map(([heading, widthCharacters]) => ({ heading, widthCharacters }))

/** The report for the technician's own books, to be printed as well: one line a check, one line a result. */
export function reportSheets({ workplace, timeZone, passport, checks }: PapersInput): Promise<Buffer> {
  const newest = checks.toReversed()
  const at = (check: EquipmentCheck) => formatDateTime(check.finishedAt, timeZone)
  const where = [
    `Кабинет: ${passport?.room || '—'}`,
    `инвентарный номер: ${passport?.inventoryNumber || '—'}`,
    `чьё оборудование: ${passport?.owner || '—'}`,
  ].join(', ')
  const print = (what: string) => ({ title: [`${what}: ${workplace}, 30 дней`, where], columnNumbers: false })
  return wholeSheets([
    {
      name: 'Проверки',
      columns: columns({ Когда: 18, Вид: 15, Кто: 18, Итог: 16, Камера: 28, Микрофон: 28, Звук: 28, Программа: 13 }),
      print: print('Проверки оборудования'),
      rows: newest.map(check => [
        ...[at(check), kinds[check.kind], check.by, states[check.state]],
        ...[check.devices.camera?.label ?? '', check.devices.microphone?.label ?? ''],
        ...[check.devices.speaker?.label ?? '', check.versions.program],
      ]),
    },
    {
      name: 'Результаты',
      columns: columns({
        ...{ Когда: 18, Что: 26, Состояние: 16, Измерено: 11, Предел: 11, Единица: 11 },
        ...{ Причина: 26, 'Что делать': 42, 'Источник предела': 42 },
      }),
      print: print('Результаты проверок'),
      rows: newest.flatMap(check =>
        check.results.map(result => [
          ...[at(check), codeWords[result.code], states[result.state], result.figure, result.limit],
          ...[result.unit === null ? '' : unitText(result.unit), causeText(result)],
          ...[toDoText(result), result.source ?? ''],
        ]),
      ),
    },
  ])
}

export interface BundleFile {
  readonly name: string
  readonly text: string
}

/** What a support bundle holds: figures, devices, versions. No reception, no citizen, no name of a person. */
export function bundleFiles({ workplace, passport, checks }: PapersInput): readonly BundleFile[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const latest = checks.at(-1)
  return [
    { name: 'workplace.json', text: json({ workplace, passport }) },
    { name: 'versions.json', text: json(latest?.versions ?? null) },
    {
      name: 'checks.json',
      text: json(
        checks
          .slice(-50)
          .map(({ kind, finishedAt, state, results, devices }) => ({ kind, finishedAt, state, devices, results })),
      ),
    },
    { name: 'drift.txt', text: `${driftsOf(checks).map(driftText).join('\n')}\n` },
  ]
}

export const bundleZip = (files: readonly BundleFile[]): Buffer => zipTexts(files)
