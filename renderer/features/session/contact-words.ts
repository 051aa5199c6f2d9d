import type { ContactMeans } from '../../../shared/reception/event.ts'

/** How the citizen talks, as the specialist chooses it. */
export const contactWords: Readonly<Record<ContactMeans, string>> = {
  voice: 'голосом',
  chat: 'через чат',
  interpreter: 'через переводчика',
}
