import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ReplyCard } from '../../renderer/features/replies/reply-card.tsx'
import type { ReplyToJudge } from '../../shared/contract/replies.ts'
import { done } from '../../shared/contract/reply.ts'
import { at, otherId } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { press } from './fixtures/by-hand.ts'
import { applicationId, receptionId } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'

/** п. 2.5 is judged by when an answer came: where the file does not say it, a person does, and nothing goes before. */
const reply: ReplyToJudge = {
  ...{ letterId: otherId, receivedAt: at('08:00'), receiptSource: 'taken', sender: 'a@example.ru', subject: 'Ответ' },
  ...{ words: 'Подтверждаю', candidates: [], isAmongLetters: false, proposal: 'confirms' },
  application: {
    ...{ applicationId, receptionId, journalNumber: 12, shortName: 'Петров П. П.', appointedAt: at('09:00') },
    ...{ matchedBy: 'notice', toEarlierNotice: false, dueOn: '2026-11-16', late: false, mayConfirm: true },
    ...{ mayDecline: true, obstacle: null, senderIs: 'applicant' },
  },
}
const open = () =>
  show(<ReplyCard reply={reply} onJudged={() => undefined} />, {
    replies: { judge: () => done({ replies: [], autoReplies: [], judged: [] }) },
  })
const tell = async (day: string) => {
  await page.getByRole('textbox', { name: 'Когда получен ответ' }).fill(day)
  const group = page.getByRole('group', { name: 'Когда получен ответ' })
  await group.getByLabelText('Часы').fill('10')
  await group.getByLabelText('Минуты').fill('15')
}

test('neither confirms nor declines before the moment is told; «Не об этом» may', async () => {
  open()
  await expect.element(page.getByRole('button', { name: 'Подтверждает' })).toBeDisabled()
  await expect.element(page.getByRole('button', { name: 'Отказывается…' })).toBeDisabled()
  await expect.element(page.getByRole('button', { name: 'Не об этом' })).toBeEnabled()
  expect(await violationsInBothSchemes()).toEqual([])
})

test('told within the term it is sent with the judgement', async () => {
  const fake = open()
  await tell('16.11.2026')
  await press('Подтверждает')
  await expect
    .poll(() => fake.inputsOf('replies.judge'))
    .toMatchObject([{ verdict: 'confirms', receivedAt: expect.stringMatching(/^2026-11-16T/u) }])
})

test('told after the term it asks for a reason, as any late answer does', async () => {
  open()
  await tell('17.11.2026')
  await expect.element(page.getByText(/получен после срока \(по 16\.11\.2026\)/u)).toBeVisible()
  await press('Подтверждает…')
  await expect.element(page.getByRole('dialog', { name: /после срока/u })).toBeVisible()
})
