import * as z from 'zod'
import { Slip } from './slip.ts'

/** A file made by Telemost's own recorder, taken over as the recording of a reception (п. 3.6). */

export const importLimits = {
  /** Four hours of 1080p at Telemost's bitrates stay far below. */
  mostBytes: 8 * 1024 * 1024 * 1024,
  /** Shorter is a slip of the finger, no reception. */
  shortestMs: 5_000,
} as const

/** Worth a decision of the person, no refusal. */
export const ImportWarning = z.enum(['anotherDay', 'noDate', 'hasOwnRecording'])
export type ImportWarning = z.infer<typeof ImportWarning>

/** Why a file cannot be the recording of a reception. Nothing of it is kept. */
export const ImportRefusal = z.enum([
  'tooLarge',
  'noRoom',
  'incomplete',
  'notVideo',
  'noPicture',
  'noSound',
  'tooShort',
  'unreadable',
  'alreadyImported',
  'changed',
])
export type ImportRefusal = z.infer<typeof ImportRefusal>

/** Where a recording came from, as the screens show it. */
export const ImportOrigin = z.strictObject({
  source: z.enum(['telemost']),
  importedAt: z.iso.datetime({ offset: true }),
  importedBy: z.string(),
  originalName: z.string(),
  sha256: z.string(),
  madeAt: z.iso.datetime({ offset: true }).nullable(),
  warnings: z.array(ImportWarning),
})
export type ImportOrigin = z.infer<typeof ImportOrigin>

/** What was found in an uploaded file, before the person decides. */
export const ImportFacts = z.strictObject({
  importId: z.uuid(),
  byteLength: z.int(),
  sha256: z.string(),
  madeAt: z.iso.datetime({ offset: true }).nullable(),
  slip: Slip,
  warnings: z.array(ImportWarning),
})
export type ImportFacts = z.infer<typeof ImportFacts>

/** What happened, what was kept, what to do. */
export function importRefusalText(refusal: ImportRefusal): string {
  switch (refusal) {
    case 'tooLarge':
      return 'Файл больше 8 ГБ: это не запись одного приёма. Ничего не добавлено. Выберите другой файл.'
    case 'noRoom':
      return 'На диске не хватает места для этого файла. Ничего не добавлено. Освободите место и повторите.'
    case 'incomplete':
      return 'Файл передан не полностью. Ничего не добавлено. Повторите.'
    case 'notVideo':
      return 'Это не видеозапись: подходят файлы WebM, MKV и MP4. Ничего не добавлено. Выберите файл записи из Телемоста.'
    case 'noPicture':
      return 'В файле нет изображения: это не видеозапись приёма. Ничего не добавлено. Выберите другой файл.'
    case 'noSound':
      return 'В файле нет звука: это не запись приёма. Ничего не добавлено. Выберите другой файл.'
    case 'tooShort':
      return 'Запись короче пяти секунд. Ничего не добавлено. Проверьте, тот ли это файл.'
    case 'unreadable':
      return 'Файл не читается: он повреждён или скопирован не полностью. Ничего не добавлено. Скачайте его из Телемоста ещё раз.'
    case 'alreadyImported':
      return 'Этот файл уже добавлен как запись приёма. Второй раз он не добавлен.'
    case 'changed':
      return 'Файл изменился после проверки. Ничего не добавлено. Выберите его ещё раз; если повторится — сообщите техническому специалисту.'
    default:
      return refusal satisfies never
  }
}

export function importWarningText(warning: ImportWarning): string {
  switch (warning) {
    case 'anotherDay':
      return 'По данным самого файла он сделан в другой день'
    case 'noDate':
      return 'В файле не указано, когда он сделан: проверьте сами, тот ли это приём'
    case 'hasOwnRecording':
      return 'У этого приёма уже есть своя запись: обе будут храниться'
    default:
      return warning satisfies never
  }
}
