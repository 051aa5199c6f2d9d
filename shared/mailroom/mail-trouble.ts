import * as z from 'zod'

/** Why a mailbox cannot be read, as a code. */
export const MailTrouble = z.enum([
  'passwordWrong',
  'certificate',
  'noTls',
  'hostUnknown',
  'refusedConnection',
  'timedOut',
  'folderMissing',
  'caFileUnreadable',
  'cut',
  'serverRefused',
])
export type MailTrouble = z.infer<typeof MailTrouble>

const texts: Readonly<Record<MailTrouble, string>> = {
  passwordWrong:
    'Сервер не принял имя и пароль (токен). Проверьте их; у почты Яндекса нужен пароль приложения и включённый доступ по IMAP.',
  certificate:
    'Сертификату сервера нельзя верить: он выдан другому узлу, просрочен или его центр неизвестен. В закрытой сети укажите файл сертификата своего центра.',
  noTls: 'Сервер не предлагает защищённого соединения. Без него почта не читается. Проверьте порт и вид защиты.',
  hostUnknown: 'Такого узла нет. Проверьте адрес сервера и доступ к сети.',
  refusedConnection: 'Сервер не принимает соединений на этом порту. Проверьте порт или спросите, работает ли почта.',
  timedOut: 'Сервер не ответил вовремя. Проверьте сеть и межсетевой экран.',
  folderMissing: 'Такой папки в ящике нет. Обычно письма лежат в INBOX.',
  caFileUnreadable:
    'Файл сертификата центра не прочитан. Проверьте путь: файл должен быть на этом компьютере, вид PEM.',
  cut: 'Соединение оборвалось. Программа подключится снова сама.',
  serverRefused: 'Сервер отказал. Спросите администратора почты.',
}

/** What is wrong and what to do. */
export const mailTroubleText = (trouble: MailTrouble): string => texts[trouble]

/** Waiting does not mend it: somebody has to change the settings. */
export const isForPerson = (trouble: MailTrouble): boolean =>
  trouble !== 'cut' && trouble !== 'timedOut' && trouble !== 'refusedConnection' && trouble !== 'serverRefused'
