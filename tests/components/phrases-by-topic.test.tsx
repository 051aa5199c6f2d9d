import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { PhrasesDialog } from '../../renderer/features/phrases/phrases-dialog.tsx'
import type { Phrase } from '../../shared/contract/phrases.ts'
import { done } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

const topic = (id: string, title: string) => ({ ...{ id, title, bodies: [], elsewhere: '' }, words: ['слово'] })
const topics = [topic('housingSubsidy', 'Субсидия и компенсация на оплату ЖКУ'), topic('veterans', 'Ветераны')]
const phrase = (text: string, ...topicIds: string[]): Phrase => ({ id: crypto.randomUUID(), text, topicIds })

test('a phrase is put to a topic where its words are changed', async () => {
  let kept = [phrase('о порядке назначения субсидии'), phrase('о звании «Ветеран труда»', 'veterans')]
  const asked: unknown[] = []
  show(<PhrasesDialog selected={null} onInsert={() => undefined} onClose={() => undefined} />, {
    applications: { topics: () => done(topics) },
    phrases: {
      list: () => done(kept),
      change: ({ phraseId, ...changed }: { phraseId: string; text: string; topicIds: string[] }) => {
        asked.push(changed)
        kept = kept.map(one => (one.id === phraseId ? { ...one, ...changed } : one))
        return done(kept)
      },
    },
  })
  await expect.element(page.getByRole('option', { name: 'о порядке назначения субсидии' })).toBeVisible()
  // No reception is open: nothing is told apart.
  expect(page.getByText(/^По теме приёма/).elements()).toEqual([])
  await page.viewport(1366, 660)
  await press('Изменить…')
  await page.getByRole('combobox', { name: 'Темы заявок' }).click()
  await page.getByRole('option', { name: 'Субсидия и компенсация на оплату ЖКУ' }).click()
  expect(await violationsInBothSchemes()).toEqual([])
  await press('Сохранить фразу')
  await expect.poll(() => asked).toEqual([{ text: 'о порядке назначения субсидии', topicIds: ['housingSubsidy'] }])
})
