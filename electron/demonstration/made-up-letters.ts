import { demonstrationPeople, demonstrationTopics } from './people.ts'

/** A letter before it is sent: `about` stands for the Message-ID of the notice it answers or returns. */
export interface MadeUpLetter {
  readonly from: string
  readonly subject: string
  readonly text: string
  /** Local, of so many working days before today. */
  readonly time: string
  readonly daysBefore: number
}

const mailbox = 'priem@example.ru'
const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`

/** The head every letter has; `unique` tells one from another. */
const headOf = ({ from, subject }: Pick<MadeUpLetter, 'from' | 'subject'>, at: Date, unique: string): string[] => [
  `Received: from mx.example.ru by mail.example.ru; ${at.toUTCString().replace('GMT', '+0000')}`,
  ...[`From: ${from}`, `To: ${mailbox}`, `Subject: ${encoded(subject)}`],
  `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
  ...[`Message-ID: <${unique}@example.ru>`, 'MIME-Version: 1.0'],
]
const plain = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '']

/** A letter of words, answering `about` where it answers something. */
export function rawLetter(letter: MadeUpLetter, at: Date, unique: string, about: string | null): Buffer {
  const answers = about === null ? [] : [`In-Reply-To: ${about}`, `References: ${about}`]
  return Buffer.from([...headOf(letter, at, unique), ...answers, ...plain, letter.text].join('\r\n'))
}

/** The server's own word that a notice came back (RFC 3464). */
export function rawBounce(letter: MadeUpLetter, at: Date, unique: string, about: string, recipient: string): Buffer {
  const lines = [
    ...headOf(letter, at, unique),
    ...['Auto-Submitted: auto-replied'],
    ...['Content-Type: multipart/report; boundary="report"; report-type=delivery-status', ''],
    ...['--report', ...plain, letter.text, '--report', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; mx.example.ru', ''],
    ...[`Final-Recipient: rfc822; ${recipient}`, 'Action: failed', 'Status: 5.1.1'],
    ...['Diagnostic-Code: smtp; 550 no such user', ''],
    ...['--report', 'Content-Type: message/rfc822', ''],
    ...[`From: ${mailbox}`, 'Subject: x', `Message-ID: ${about}`, '', 'x', '--report--', ''],
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** Applications of the site's form that nobody has registered yet. */
export const newApplications: readonly MadeUpLetter[] = [
  { person: 3, topic: 1, time: '08:12', daysBefore: 0 },
  { person: 9, topic: 5, time: '08:47', daysBefore: 0 },
  { person: 15, topic: 8, time: '16:55', daysBefore: 1 },
].map(({ person, topic, time, daysBefore }) => ({
  ...{ from: 'site@example.ru', subject: 'Заявка на личный приём в режиме ВКС', time, daysBefore },
  text: formOf(person, topic),
}))

function formOf(person: number, topic: number): string {
  const citizen = demonstrationPeople[person]
  if (!citizen) throw new Error('no such citizen')
  const [year, month, day] = citizen.birthDate.split('-')
  return [
    ...[`Фамилия: ${citizen.familyName}`, `Имя: ${citizen.givenName}`, `Отчество: ${citizen.patronymic ?? ''}`],
    `Дата рождения: ${day}.${month}.${year}`,
    ...['Вид документа: Паспорт гражданина РФ', `Серия: 32${10 + person}`, `Номер: ${100_100 + person * 37}`],
    `Адрес регистрации: ${citizen.address}`,
    `Тема: ${demonstrationTopics[topic]?.topic ?? ''}`,
    `Телефон: +7 913 000-${20 + person}-${40 + person}`,
    `E-mail: form${person}@example.ru`,
    ...['Согласие на обработку персональных данных: да', 'Согласие на видеозапись: да'],
  ].join('\r\n')
}
