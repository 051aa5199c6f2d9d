import type { FetchTally, FolderTrouble, LetterAnswer, MailboxState } from '../../../shared/contract/mailroom.ts'
import type { LetterKind, LetterWarning, ReadField } from '../../../shared/letters/letter-reading.ts'
import { mailTroubleText } from '../../../shared/mailroom/mail-trouble.ts'
import { formatDateTime, formatLocalDate, formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import type { Tone } from '../../ui/tone.ts'

/** Where a letter stands that is no case of its own. */
export const elsewhereWords: Readonly<Record<Exclude<LetterKind, 'application' | 'other'>, string>> = {
  reply: 'Это ответ на наше письмо: он в карточке своей заявки.',
  autoReply: 'Это автоответ: заявки и подтверждения в нём нет.',
  bounce: 'Это сообщение о недоставке нашего письма: оно отмечено у уведомления.',
}

export const warningWords: Readonly<Record<LetterWarning, string>> = {
  tooBig: 'Письмо больше 25 МБ: программа взяла только заголовок. Откройте его в почтовой программе.',
  tooDeep: 'Письмо вложено в письма слишком глубоко: показана только часть.',
  archiveNotOpened: 'Есть архив. Программа его не открывает.',
  executableAttachment: 'Есть вложение, которое может быть программой. Не открывайте его.',
  brokenEncoding: 'Часть знаков письма повреждена или в неизвестной кодировке.',
  remotePictures: 'Картинки из сети не загружены.',
  script: 'В письме была программа. Она убрана и не выполнялась.',
  truncated: 'Текст очень длинный: показано начало.',
  closedContainer:
    'Письмо или его часть в закрытом вложении (winmail.dat, шифр или подпись). Откройте его в почтовой программе.',
  notSplit: 'Письмо не разобралось на части: показано, как пришло.',
  consentAttached:
    'Во вложении, судя по названию, согласие. Откройте его в почтовой программе и отметьте согласие сами.',
}

/** What a field was understood as, for a person. */
export function fieldValueText({ name, raw, value }: ReadField): string {
  if (value === null) return raw
  if (name === 'consentPersonalData' || name === 'consentVideo') return value === 'given' ? 'дано' : 'не дано'
  if (name === 'addressKind') return value === 'stay' ? 'место пребывания' : 'место жительства'
  if (name === 'phone') return phoneText(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatLocalDate(value) : value
}

/** «В папке 12 писем: новых 2, уже были 10». */
function lookWords(look: FetchTally | null): string {
  if (look === null) return ''
  const { seen, ...rest } = look
  const parts = tallyWords.flatMap(([name, words]) => (rest[name] > 0 ? [`${words} ${rest[name]}`] : []))
  return ` Писем в папке: ${seen}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.`
}

const tallyWords = [
  ['stored', 'новых'],
  ['known', 'уже были'],
  ['earlier', 'раньше выбранной даты'],
  ['gone', 'сервер не отдал, спросим снова:'],
  ['failed', 'не удалось принять, попробуем снова:'],
] as const satisfies readonly (readonly [Exclude<keyof FetchTally, 'seen'>, string])[]

/** Where a mailbox stands. */
export function mailboxStateWords(state: MailboxState, timeZone: string): { tone: Tone; text: string } {
  switch (state.kind) {
    case 'connecting':
      return { tone: 'quiet', text: 'Подключаемся…' }
    case 'connected':
      return { tone: 'good', text: `На связи с ${formatDateTime(state.since, timeZone)}.${lookWords(state.look)}` }
    case 'waiting':
      return {
        tone: 'bad',
        text: `${mailTroubleText(state.trouble)} Нет связи с ${formatDateTime(state.since, timeZone)}, следующая попытка в ${formatTime(state.retryAt, timeZone)}.`,
      }
  }
}

export const folderTroubleWords: Readonly<Record<FolderTrouble, string>> = {
  missing: 'Папки нет или диск не подключён. Письма из неё не поступают.',
  notPermitted: 'Нет прав на папку: программе нужно читать её и переносить файлы.',
  full: 'На диске папки нет места: принятые файлы некуда перенести.',
  unreadable: 'Папка не читается. Проверьте диск или сетевую папку.',
}

/** Of a letter that is an answer of a citizen as well. */
export function answerWords({ verdict, journalNumber }: LetterAnswer): string {
  const of = journalNumber === null ? '' : ` по заявке № ${journalNumber}`
  if (verdict === null) return `Это и ответ гражданина${of}: разберите его в карточке заявки`
  return `Как ответ${of} разобрано: ${verdictWords[verdict]}`
}

const verdictWords = {
  confirms: 'гражданин подтвердил участие',
  declines: 'гражданин отказался от приёма',
  neither: 'не об участии в приёме',
} as const
