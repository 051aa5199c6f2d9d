import type { BackupFailure } from '../../shared/contract/backup.ts'
import type { FoundBackup, RecoveryState } from '../../shared/contract/recovery.ts'
import type { DatabaseJudgement } from './judge-database.ts'

export interface RecoveryReportFacts {
  readonly judgement: DatabaseJudgement
  readonly restoreFailure: BackupFailure | null
  readonly files: RecoveryState['files']
  readonly backups: readonly FoundBackup[]
  readonly hasHostKey: boolean
  readonly hasRecoveryFile: boolean
  readonly version: string
  readonly nowMs: number
}

/** «Сведения для ИТ»: codes, sizes, times; no path (it may hold a person's name), no key, nothing of the contents. */
export function recoveryReport(facts: RecoveryReportFacts): string {
  const { judgement, files, backups } = facts
  const yesNo = (value: boolean): string => (value ? 'да' : 'нет')
  const lines = [
    'Видеоприём: сведения о базе данных',
    `Составлено: ${new Date(facts.nowMs).toISOString()}`,
    `Версия программы: ${facts.version}; система: ${process.platform} ${process.arch}; Node ${process.versions.node}`,
    `Неисправность: ${judgement.problem}`,
    `Ответ базы: ${judgement.detail}`,
    `Прошлое восстановление: ${facts.restoreFailure ?? 'не было или удалось'}`,
    `Ключ этого компьютера читается: ${yesNo(facts.hasHostKey)}`,
    `Файл для ключа восстановления есть: ${yesNo(facts.hasRecoveryFile)}`,
    '',
    'Файлы в папке профиля:',
    ...files.map(({ name, byteLength, changedAt }) => `  ${name}: ${byteLength} байт, изменён ${changedAt}`),
    '',
    'Резервные копии:',
    ...backups.flatMap(copy => [
      `  ${copy.name}: ${copy.byteLength} байт, приёмов ${copy.receptions}, записей ${copy.recordings}`,
      `    открывается здесь: ${yesNo(copy.opensHere)}; цепь журнала событий цела: ${yesNo(copy.chainIntact)}`,
    ]),
    ...(backups.length === 0 ? ['  не найдены'] : []),
  ]
  return `${lines.join('\n')}\n`
}
