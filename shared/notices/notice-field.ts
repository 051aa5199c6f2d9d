import type { NoticeKind } from './notice-kind.ts'

/** Everything the program can put into a notice. Topic, document and address are not among it, and never will be. */
export const noticeFields = {
  greeting: { name: 'обращение', hint: 'имя и отчество гражданина' },
  journalNumber: { name: 'номер заявки', hint: 'номер в журнале' },
  date: { name: 'дата приёма', hint: 'с днём недели' },
  time: { name: 'время приёма', hint: 'местное, с разницей с Москвой' },
  official: { name: 'должностное лицо', hint: 'фамилия, имя, отчество и должность' },
  link: { name: 'ссылка', hint: 'ссылка на встречу в Телемосте' },
  howToConfirm: { name: 'как подтвердить', hint: 'чем ответить и до какого дня (п. 2.5)' },
  haveReady: { name: 'что подготовить', hint: 'документ, камера, микрофон' },
  recordingNote: { name: 'о записи', hint: 'ведётся видеозапись (п. 3.7)' },
  formerTime: { name: 'прежнее время', hint: 'когда приём был назначен раньше' },
  cancelReason: { name: 'причина отмены', hint: 'отказ или нет подтверждения (п. 2.6)' },
  applyAgain: { name: 'право на новую заявку', hint: 'можно обратиться снова (п. 2.8)' },
  phone: { name: 'телефон', hint: 'телефон для граждан; не задан — строка опускается' },
  bodyName: { name: 'орган', hint: 'название органа' },
} as const satisfies Record<string, { name: string; hint: string }>
export type NoticeField = keyof typeof noticeFields

const common = ['greeting', 'journalNumber', 'phone', 'bodyName'] as const
const talk = ['date', 'time', 'official', 'link', 'howToConfirm', 'haveReady', 'recordingNote'] as const

/** The fields a notice of a kind may name, and those its text must name (пп. 2.4, 2.5, 2.8, 3.7). */
export const fieldsOfKind: Readonly<
  Record<NoticeKind, { readonly allowed: readonly NoticeField[]; readonly mandatory: readonly NoticeField[] }>
> = {
  appointment: { allowed: [...common, ...talk], mandatory: talk },
  move: { allowed: [...common, ...talk, 'formerTime'], mandatory: talk },
  cancellation: {
    allowed: [...common, 'date', 'time', 'cancelReason', 'applyAgain'],
    mandatory: ['journalNumber', 'date', 'time', 'applyAgain'],
  },
  rejection: { allowed: [...common, 'applyAgain'], mandatory: ['journalNumber', 'applyAgain'] },
}

/** What a subject may name: it is read over shoulders and kept in lists. */
export const fieldsOfSubject: readonly NoticeField[] = ['journalNumber']
