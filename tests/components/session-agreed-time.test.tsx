import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ReceptionDetail } from '../../shared/contract/receptions.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { act, type Line, otherId } from '../unit/shared/reception/history-of.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { press } from './fixtures/by-hand.ts'
import { notified, text } from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

/** п. 3.5: the agreement on the phone and the reception of that time are one act. */
const inFault: readonly Line[] = [...notified, ['09:02', act.fault]]
const agreedTime = '2026-11-27T03:00:00.000Z'
const agreed: readonly Line[] = [...inFault, ['09:03', act.called('agreed', agreedTime)]]
const moved: readonly Line[] = [...agreed, ['09:03', act.moving('fault')], ['09:03', act.moved]]

function openFault(move: Answers['receptions']) {
  let now: ReceptionDetail = detailOf(...inFault)
  return showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:03' }), atReception(now), {
      receptions: {
        detail: () => done(now),
        act: () => {
          now = detailOf(...agreed)
          return done(now)
        },
        move: input => {
          const answer = move?.move?.(input, new AbortController().signal)
          if (answer === undefined) throw new Error('no answer')
          if ('ok' in answer && answer.ok) now = detailOf(...moved)
          return answer
        },
      },
    }),
  )
}

async function agree(): Promise<void> {
  await page.getByLabelText('Иной срок').fill('27.11.2026')
  await userEvent.tab()
  await page.getByLabelText('Часы').fill('10')
  await page.getByLabelText('Минуты').fill('00')
  await press('Гражданин согласен, перенести приём')
}

test('one press notes the call and moves the reception', async () => {
  const fake = openFault({ move: () => done({ receptionId: otherId }) })
  await expect.element(text('Впишите день и время, на которые гражданин согласен')()).toBeVisible()
  await agree()
  await expect.element(page.getByRole('heading', { name: /^Приём перенесён/ })).toBeVisible()
  expect(fake.inputsOf('receptions.act')).toMatchObject([
    { action: { kind: 'phoneCalled', result: 'agreed', agreedTime: expect.stringMatching(/^2026-11-27T03:00/) } },
  ])
  const { nextSequence } = detailOf(...agreed).card.state
  expect(fake.inputsOf('receptions.move')).toMatchObject([
    { reason: 'fault', appointedLocal: '2026-11-27T10:00', expectedSequence: nextSequence },
  ])
})

test('a time that is taken is said at once; the call is noted once, and pressed again only the move is tried', async () => {
  const fake = openFault({
    move: () =>
      refused('badInput', 'Проверьте поля.', { appointedLocal: 'У специалиста другой приём. Выберите другое время' }),
  })
  await agree()
  await expect.element(text(/Приём не перенесён\. У специалиста другой приём/)()).toBeVisible()
  await press('Гражданин согласен, перенести приём')
  await expect.poll(() => fake.inputsOf('receptions.move').length).toBe(2)
  expect(fake.inputsOf('receptions.act').length).toBe(1)
})
