import type { BackupFailure } from '../../shared/contract/backup.ts'
import { type FaultCode, refused } from '../../shared/contract/reply.ts'

/** What happened, what was kept, what to do. */
const hints: Readonly<Record<BackupFailure, readonly [FaultCode, string]>> = {
  notSet: ['badInput', 'Папка для резервных копий не выбрана. Укажите её в настройках.'],
  folderMissing: [
    'fileMissing',
    'Папки для резервных копий нет на месте: диск отключён или путь изменился. Прежние копии не тронуты. Подключите диск или укажите другую папку.',
  ],
  notWritable: [
    'fileMissing',
    'В папку для резервных копий нельзя записать. Прежние копии не тронуты. Проверьте права на папку.',
  ],
  noRoom: [
    'noRoom',
    'На диске для резервных копий не хватает места. Копия не сделана, прежние копии не тронуты. Освободите место и повторите.',
  ],
  databaseDamaged: [
    'internal',
    'База данных читается с ошибками. Прежние копии не тронуты. Завершите приём и перезапустите программу: она проверит базу и предложит восстановление.',
  ],
  notVerified: [
    'internal',
    'Копия не прошла проверку и не сохранена. Прежние копии не тронуты. Повторите; если не поможет, выберите другой диск.',
  ],
  wrongKey: [
    'notAllowed',
    'Ключ этого компьютера не открывает копию. Она не изменена. Понадобится ключ восстановления, напечатанный при первом запуске.',
  ],
  copyMissing: ['notFound', 'Такой копии нет на месте. Обновите список.'],
  failed: [
    'internal',
    'Копия не сделана из-за ошибки программы. Прежние копии не тронуты. Повторите; если не поможет, сообщите техническому специалисту.',
  ],
}

/** A refusal for a copy that failed. */
export const backupRefusal = (code: BackupFailure) => refused(...hints[code])
