import { formatLocalDate } from '../text/date-time.ts'
import { groundWords, inOrder, type RejectionGround } from './ground.ts'

/** «Приложение № 2», word for word; what is filled in stands between. */
export const annexTwoWords = {
  title: 'Решение об отклонении заявки',
  opening: 'Отклонить заявку на проведение личного приема посредством видеоконференцсвязи',
  nameCaption: '(Ф.И.О. гражданина)',
  address: 'по адресу',
  ground: 'по следующему основанию',
  groundCaption: '(указать основание для вынесения решения об отклонении заявки)',
  head: 'Руководитель органа, осуществляющего прием посредством видеоконференцсвязи (лицо, уполномоченное руководителем)',
  signatureCaption: '(подпись)',
  personCaption: '(Ф.И.О.)',
  executor: 'Исполнитель',
  phone: 'Номер телефона',
  date: 'Дата',
} as const

/** How the person who lives there is called; by the gender. */
export const residenceWords = { male: 'проживающему', female: 'проживающей' } as const

/** What of a decision comes into its text. */
export interface AnnexTwoInput {
  readonly grounds: readonly RejectionGround[]
  readonly reasoning: string
  /** Which earlier answer is meant (абз. 5 п. 2.7), should that ground be among them; empty where there is none. */
  readonly earlierAnswer: string
  readonly citizenDative: string
  readonly gender: 'male' | 'female'
  readonly address: string
  readonly signatoryName: string
  readonly executorName: string
  readonly executorPhone: string
  /** Local date; null is left to be written by hand. */
  readonly decidedOn: string | null
}

/** The filled places of the form; their names are the tags of the Word template. */
export interface AnnexTwoFields {
  readonly citizen: string
  readonly residence: string
  readonly address: string
  readonly ground: string
  readonly signatory: string
  readonly executor: string
  readonly phone: string
  readonly date: string
}

/** Tags of the Word template, `{гражданин}`, by the places of the form. */
export const annexTwoTags: Readonly<Record<keyof AnnexTwoFields, string>> = {
  citizen: 'гражданин',
  residence: 'проживающему',
  address: 'адрес',
  ground: 'основание',
  signatory: 'руководитель',
  executor: 'исполнитель',
  phone: 'телефон',
  date: 'дата',
}

const emptyDate = '___.___.______'
const sentence = (text: string): string => {
  const said = text.trim().replaceAll(/\s+/gu, ' ')
  return said === '' || /[.!?…]$/u.test(said) ? said : `${said}.`
}

/** The earlier answer as the decision names it: what was answered in a reception, in writing, or both. */
export const earlierAnswerText = (
  { earlierId, earlierWritten }: { earlierId: string | null; earlierWritten: string },
  earlier: readonly { id: string; text: string }[],
): string => [earlier.find(({ id }) => id === earlierId)?.text ?? '', earlierWritten.trim()].filter(Boolean).join('; ')

export const annexTwoFields = (input: AnnexTwoInput): AnnexTwoFields => ({
  citizen: input.citizenDative.trim(),
  residence: residenceWords[input.gender],
  address: input.address.trim(),
  ground: groundText(input),
  signatory: input.signatoryName.trim(),
  executor: input.executorName.trim(),
  phone: input.executorPhone.trim(),
  date: input.decidedOn === null ? emptyDate : formatLocalDate(input.decidedOn),
})

/** The grounds as the order has them, each with its clause, then the body's own words. */
function groundText({ grounds, reasoning, earlierAnswer }: AnnexTwoInput): string {
  const named = inOrder(grounds).map(ground => `${groundWords[ground].text} (${groundWords[ground].clause} Порядка)`)
  // A ground that was taken back leaves what was chosen for it in the draft.
  const isNamed = grounds.includes('repeat') && earlierAnswer.trim() !== ''
  const earlier = isNamed ? `Ранее данный ответ: ${earlierAnswer.trim()}` : ''
  return [sentence(named.join('; ')), sentence(reasoning), sentence(earlier)].filter(Boolean).join(' ')
}

/** Column 5 of the journal: «Отклонена 20.11.2026: …». Never the citizen's own words, never the quote. */
export function rejectionConsideration(decidedOn: string, grounds: readonly RejectionGround[]): string {
  const named = inOrder(grounds).map(ground => `${groundWords[ground].short} (${groundWords[ground].clause})`)
  return `Отклонена ${formatLocalDate(decidedOn)}: ${named.join('; ')}`
}
