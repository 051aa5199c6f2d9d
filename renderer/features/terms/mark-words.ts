import type { ApplicationMarkKind } from '../../../shared/contract/applications.ts'

/** What is noted of an application, in words. */
export const markWords: Readonly<
  Record<ApplicationMarkKind, { readonly button: string; readonly title: string; readonly text: string }>
> = {
  noticeSent: {
    button: 'Уведомление отправлено…',
    title: 'Уведомление о приёме отправлено (п. 2.4)',
    text: 'Уведомление называет дату и время приёма, должностное лицо и ссылку. Им принимается решение по заявке; со следующего рабочего дня гражданин подтверждает участие (п. 2.5).',
  },
  confirmed: {
    button: 'Участие подтверждено…',
    title: 'Гражданин подтвердил участие (п. 2.5)',
    text: 'Если гражданин отказался, отмените приём (п. 2.6).',
  },
}
