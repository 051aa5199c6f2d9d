import * as z from 'zod'

/** «п. 3.10», «п. 3.12 абз. 2», «пп. 3.8, 3.9», of the law on personal data «ст. 21 ч. 5 152-ФЗ»; null where the order is silent. */
export const Clause = z
  .string()
  .regex(
    /^(?:п\. \d+(?:\.\d+)*(?: абз\. \d+)?|пп\. \d+(?:\.\d+)*(?:, \d+(?:\.\d+)*)+|ст\. \d+(?: ч\. \d+)? 152-ФЗ)$/,
    'пункт пишется «п. 3.10», «п. 3.12 абз. 2» или «пп. 3.8, 3.9»',
  )
  .nullable()
