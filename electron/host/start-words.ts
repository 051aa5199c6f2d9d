import { StartFailure } from './workstation-keeper.ts'

/** What a person can do about a refusal of the system, by its code. */
const remedies: Readonly<Record<string, string>> = {
  EACCES: 'У этой учётной записи нет прав на папку. Дайте права её владельцу или войдите под ним.',
  EPERM: 'Папка принадлежит другой учётной записи. Войдите под ней или передайте папку этой.',
  EROFS: 'Диск доступен только для чтения. Подключите его для записи.',
  ENOSPC: 'На диске нет места. Освободите его.',
  EDQUOT: 'Место, отведённое этой учётной записи, закончилось. Освободите его.',
  ENOTDIR: 'На месте папки лежит файл. Переименуйте его.',
  EEXIST: 'На месте папки лежит файл. Переименуйте его.',
  ENOENT: 'Папки нет, диск или сеть отключены. Подключите их.',
  EIO: 'Диск отвечает ошибкой. Вызовите технического специалиста.',
}

/** Why the program did not start, for whoever started it: what happened, what is kept, what to do. */
export function startFailureWords(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown }
  const remedy = typeof code === 'string' ? remedies[code] : undefined
  if (remedy && typeof path === 'string')
    return `Папка рабочего места не открывается: ${path}\n${remedy} Затем запустите программу снова. Ничего не изменено.`
  return [
    'Внутренняя ошибка при запуске. Всё, что было записано раньше, лежит на своём месте.',
    'Запустите программу ещё раз; если не поможет, передайте техническому специалисту этот текст:',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ].join('\n')
}

/** The settings of this computer could not be read and were begun anew. */
export const damagedSettingsWords = (copyPath: string): string =>
  [
    `Файл настроек этого компьютера повреждён. Он отложен: ${copyPath}`,
    'Работа идёт с обычными настройками; приёмы, журнал и видеозаписи целы. Если видеозаписи хранились не в папке профиля, ' +
      'новые пока пишутся в неё: вызовите технического специалиста, он укажет прежнюю папку.',
  ].join('\n')
