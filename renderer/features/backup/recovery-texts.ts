import type { DatabaseProblem } from '../../../shared/contract/recovery.ts'

interface ProblemText {
  readonly title: string
  readonly happened: string
}

/** What happened, for a person who came to work and not to a database. */
export const problemText: Readonly<Record<DatabaseProblem, ProblemText>> = {
  missing: {
    title: 'База данных не найдена',
    happened:
      'Файла базы нет на месте, хотя это рабочее место уже работало: его удалили, переместили или отключён диск.',
  },
  keyMissing: {
    title: 'Нет ключа базы данных',
    happened: 'База на месте, но на этом компьютере нет ключа, который её открывает.',
  },
  notReadable: {
    title: 'База данных повреждена',
    happened: 'База не открывается: повреждено начало файла или к ней нужен другой ключ.',
  },
  damaged: {
    title: 'База данных повреждена',
    happened: 'Часть базы не читается. Обычно это случается после отключения питания или из-за неисправного диска.',
  },
  walDamaged: {
    title: 'Последние изменения не читаются',
    happened:
      'База цела, но файл с последними изменениями повреждён: внесённое перед выключением могло не сохраниться.',
  },
  newer: {
    title: 'База данных новее программы',
    happened: 'С этой базой уже работала более новая версия программы. Эта версия её не открывает, чтобы не испортить.',
  },
}
