import * as z from 'zod'

/** The closed list of п. 2.7; there is no other ground. */
export const RejectionGround = z.enum(['competence', 'abuse', 'unclear', 'repeat'])
export type RejectionGround = z.infer<typeof RejectionGround>

interface GroundWords {
  readonly clause: string
  /** On the screen. */
  readonly title: string
  /** Word for word as in the order: for the decision. */
  readonly text: string
  /** For column 5 of the journal, in the spelling of the order. */
  readonly short: string
}

export const groundWords: Readonly<Record<RejectionGround, GroundWords>> = {
  competence: {
    clause: 'абз. 2 п. 2.7',
    title: 'Тематика не входит в компетенцию',
    text: 'обращение гражданина с тематикой вопроса, не входящего в компетенцию Министерства, органа социальной защиты, государственного юридического бюро, центра социальных выплат',
    short: 'тематика вопроса не входит в компетенцию',
  },
  abuse: {
    clause: 'абз. 3 п. 2.7',
    title: 'Нецензурные или оскорбительные выражения, угрозы',
    text: 'заявка содержит нецензурные либо оскорбительные выражения, угрозы жизни, здоровью, имуществу должностного лица, а также членов его семьи',
    short: 'заявка содержит нецензурные либо оскорбительные выражения, угрозы',
  },
  unclear: {
    clause: 'абз. 4 п. 2.7',
    title: 'Тематику вопроса определить нельзя',
    text: 'содержание заявки не позволяет определить тематику вопроса',
    short: 'содержание заявки не позволяет определить тематику вопроса',
  },
  repeat: {
    clause: 'абз. 5 п. 2.7',
    title: 'Ответ по существу уже давался, нового нет',
    text: 'в заявке содержится вопрос, на который гражданину давался ответ по существу в ходе личных приемов, в том числе посредством видеоконференцсвязи и в письменных ответах в связи с ранее направляемыми обращениями и при этом в заявке не приводятся новые доводы или обстоятельства',
    short: 'ответ по существу давался ранее, новые доводы или обстоятельства не приводятся',
  },
}

/** In the order of the clause, whatever order they were ticked in. */
export const inOrder = (grounds: readonly RejectionGround[]): RejectionGround[] =>
  RejectionGround.options.filter(ground => grounds.includes(ground))
