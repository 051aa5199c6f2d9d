import type { BackupCard, BackupFailure, BackupHealth, BackupReason } from '../../../shared/contract/backup.ts'
import { byteSizeText } from '../../../shared/text/byte-size.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import type { Tone } from '../../ui/tone.ts'

/** Why a copy was made, as the list says it. */
export const reasonText: Readonly<Record<BackupReason, string>> = {
  nightly: 'по расписанию',
  asked: 'по запросу',
  beforeMigration: 'перед обновлением базы',
}

/** Why a copy failed, and what to do. */
export const failureText: Readonly<Record<BackupFailure, string>> = {
  notSet: 'Папка для копий не выбрана.',
  folderMissing:
    'Папки для копий нет на месте: диск отключён или путь изменился. Подключите диск или укажите другую папку.',
  foreignFolder: 'на месте папки копий ссылка или чужая папка',
  notWritable: 'В папку для копий нельзя записать. Проверьте права на неё.',
  noRoom: 'На диске для копий не хватает места. Освободите место.',
  databaseDamaged:
    'База данных читается с ошибками. Перезапустите программу: она проверит базу и предложит восстановление.',
  notVerified: 'Копия не прошла проверку и не сохранена. Если повторится, выберите другой диск.',
  wrongKey: 'Ключ этого компьютера не открывает копию.',
  copyMissing: 'Копии нет на месте.',
  failed: 'Ошибка программы. Если повторится, сообщите техническому специалисту.',
}

/** The state of the copies in one line. */
export const healthText: Readonly<Record<BackupHealth, { tone: Tone; text: string }>> = {
  good: { tone: 'good', text: 'Резервные копии делаются' },
  late: { tone: 'warn', text: 'Резервная копия не делалась больше суток' },
  failed: { tone: 'bad', text: 'Последняя резервная копия не сделана' },
  notSet: { tone: 'warn', text: 'Папка для резервных копий не выбрана: копий нет' },
}

/** «12 приёмов, 10 записей, 430 МБ». */
export const contentsText = ({
  receptions,
  recordings,
  byteLength,
}: Pick<BackupCard, 'receptions' | 'recordings' | 'byteLength'>): string =>
  `${countText(receptions, nouns.reception)}, ${countText(recordings, nouns.recording)}, ${byteSizeText(byteLength)}`
