import * as z from 'zod'
import { HelpDevice, HelpTopic } from './event.ts'

/**
 * «Помочь подключиться»: sentences a specialist reads aloud to a citizen who cannot set the meeting up, with where
 * they were taken from. Data in resources/help-cards.json; the program only shows them.
 */
export const HelpCard = z.strictObject({
  device: HelpDevice,
  topic: HelpTopic,
  /** In order; one thing to do or to look at each. */
  lines: z.array(z.string().min(1)).min(1),
})
export type HelpCard = z.infer<typeof HelpCard>

export const HelpCards = z.strictObject({
  /** Where the steps come from, and what was not tried on a real device. */
  source: z.string().min(1),
  devices: z.record(HelpDevice, z.string().min(1)),
  topics: z.record(HelpTopic, z.string().min(1)),
  /** Every device with every topic, once. */
  cards: z.array(HelpCard).check(context => {
    for (const device of HelpDevice.options) {
      for (const topic of HelpTopic.options) {
        const found = context.value.filter(card => card.device === device && card.topic === topic).length
        if (found === 1) continue
        const message = `карточек «${device}, ${topic}»: ${found}, нужна одна`
        context.issues.push({ code: 'custom', message, input: context.value })
      }
    }
  }),
})
export type HelpCards = z.infer<typeof HelpCards>
