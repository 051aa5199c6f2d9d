import type { EquipmentCheck, Passport } from '../../shared/contract/equipment.ts'
import { driftsOf } from '../../shared/equipment/baseline.ts'
import { driftText } from '../../shared/equipment/drift-text.ts'
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

/** The report for the technician's own books: one line a check, one line a result. */
export function reportSheets({ workplace, timeZone, checks }: PapersInput): Promise<Buffer> {
  const newest = checks.toReversed()
  const at = (check: EquipmentCheck) => formatDateTime(check.finishedAt, timeZone)
  return wholeSheets([
    {
      name: 'Проверки',
      columns: ['Когда', 'Рабочее место', 'Вид', 'Кто', 'Итог', 'Камера', 'Микрофон', 'Звук', 'Программа'].map(
        heading => ({ heading, widthCharacters: 22 }),
      ),
      rows: newest.map(check => [
        ...[at(check), workplace, check.kind, check.by, states[check.state]],
        ...[check.devices.camera?.label ?? '', check.devices.microphone?.label ?? ''],
        ...[check.devices.speaker?.label ?? '', check.versions.program],
      ]),
    },
    {
      name: 'Результаты',
      columns: ['Когда', 'Что', 'Состояние', 'Измерено', 'Единица', 'Предел', 'Причина', 'Что делать', 'Источник'].map(
        heading => ({ heading, widthCharacters: 24 }),
      ),
      rows: newest.flatMap(check =>
        check.results.map(result => [
          ...[at(check), codeWords[result.code], states[result.state], result.figure, result.unit ?? ''],
          ...[result.limit, causeText(result), toDoText(result), result.source ?? ''],
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
