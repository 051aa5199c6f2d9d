import type { CitizenReception, JoinedBy, Likeness } from '../../../shared/contract/citizens.ts'
import type { Regulation } from '../../../shared/regulation/regulation.ts'
import { outcomeTitle } from '../reception/reception-word.ts'

/** Why an application stands on the card; nothing is said of the one it was opened from. */
export const joinedByWords: Readonly<Record<JoinedBy, string>> = {
  opened: 'открытая заявка',
  nameAndBirthDate: 'совпали ФИО и дата рождения',
  linked: 'связана специалистом как повторная',
}

const likenessWords: Readonly<Record<Likeness, string>> = {
  name: 'ФИО',
  phone: 'телефон',
  email: 'электронная почта',
}

/** «Совпали: ФИО, телефон» */
export const likenessText = (likeness: readonly Likeness[]): string =>
  `Совпали: ${likeness.map(one => likenessWords[one]).join(', ')}`

/** How a reception ended, or where it stands. */
export function receptionWords({ step, outcome }: CitizenReception, regulation: Regulation): string {
  if (outcome !== null) return outcomeTitle(regulation, outcome)
  switch (step) {
    case 'scheduled':
      return 'назначен'
    case 'moved':
      return 'перенесён на иной срок'
    case 'moving':
      return 'согласуется иной срок'
    case 'cancelled':
      return 'отменён'
    case 'closing':
      return 'результат не записан'
    default:
      return 'идёт'
  }
}
