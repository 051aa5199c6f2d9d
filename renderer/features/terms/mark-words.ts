import type { ApplicationMarkKind } from '../../../shared/contract/applications.ts'

/** What is noted of an application, as its button says it. */
export const markWords: Readonly<Record<ApplicationMarkKind, string>> = {
  noticeSent: 'Сообщено гражданину…',
  confirmed: 'Участие подтверждено…',
  cancellationTold: 'Сообщено гражданину…',
}
