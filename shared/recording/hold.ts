import * as z from 'zod'

/** Why a recording must not be destroyed, whatever its term says («запрет уничтожения»). */
export const HoldGround = z.enum(['abuse', 'complaint', 'request', 'other'])
export type HoldGround = z.infer<typeof HoldGround>

/** Grounds a person may choose; `abuse` is placed by the program itself (п. 3.12). */
export const holdGroundsByHand = ['complaint', 'request', 'other'] as const satisfies readonly HoldGround[]

const Act = z.strictObject({ at: z.iso.datetime({ offset: true }), name: z.string(), reason: z.string() })

/** One hold; in force until it is released. A recording may stand under several. */
export const Hold = z.strictObject({
  id: z.uuid(),
  ground: HoldGround,
  placed: Act,
  released: Act.nullable(),
})
export type Hold = z.infer<typeof Hold>

/** What the program writes as the reason where a reception was interrupted for abuse. */
export const abuseHoldReason = 'Приём прерван: нецензурные, оскорбительные выражения или угрозы (п. 3.12).'

export function holdGroundText(ground: HoldGround): string {
  switch (ground) {
    case 'abuse':
      return 'прерванный приём (п. 3.12)'
    case 'complaint':
      return 'жалоба или обращение'
    case 'request':
      return 'запрос суда, прокуратуры, полиции'
    case 'other':
      return 'иное'
    default:
      return ground satisfies never
  }
}
