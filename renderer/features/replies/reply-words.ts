import type { AnsweredApplication, ReplyToJudge, ReplyVerdict } from '../../../shared/contract/replies.ts'
import type { Tone } from '../../ui/tone.ts'

/** What the program takes an answer for. */
export const proposalWords: Readonly<Record<ReplyToJudge['proposal'], { readonly tone: Tone; readonly text: string }>> =
  {
    confirms: { tone: 'good', text: 'Похоже, гражданин подтверждает участие' },
    declines: { tone: 'warn', text: 'Похоже, гражданин отказывается от приёма' },
    unclear: { tone: 'quiet', text: 'Из слов не ясно: прочтите и решите, при сомнении позвоните' },
  }

/** How the application was found. */
export const matchWords: Readonly<Record<AnsweredApplication['matchedBy'], string>> = {
  notice: 'ответ на наше уведомление',
  number: 'заявка найдена по номеру в теме письма',
  address: 'заявка найдена по адресу отправителя',
  hand: 'заявка выбрана вами',
}

/** What was decided of an answer, after its citizen's name. */
export const judgedWords: Readonly<Record<ReplyVerdict, string>> = {
  confirms: 'участие подтверждено',
  declines: 'приём отменён, гражданин отказался',
  neither: 'письмо не об участии в приёме',
}

/** A sender who is not the applicant may write for him, or for somebody else. */
export const senderWords: Readonly<Record<AnsweredApplication['senderIs'], string | null>> = {
  applicant: null,
  other: 'Адрес отправителя не тот, что в заявке: убедитесь, что отвечает сам гражданин',
  unknown: 'Адреса почты в заявке нет: убедитесь, что отвечает сам гражданин',
}
