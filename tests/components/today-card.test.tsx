import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { NowCard } from '../../renderer/features/reception/now-card.tsx'
import type { DayCard } from '../../shared/contract/receptions.ts'
import { done } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { matter } from './fixtures/matter.ts'
import { atReception, detailOf } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

/** «Сейчас»: one primary button, why it cannot be pressed, and its key. */
const detail = detailOf()
const { topic: _topic, ...card } = detail.card
const answers: Answers = withAnswers(atReception(detail), {
  applications: { terms: () => done(matter.terms) },
  telemost: { mayMakeLinks: () => done(false) },
})

const shown = (changes: Partial<DayCard> = {}, more: Answers = {}, anotherOpen = false) =>
  show(
    <NowCard card={{ ...card, ...changes }} isNow isOpen={false} roomInReceptions={40} anotherOpen={anotherOpen} />,
    withAnswers(answers, more),
  )
const primary = () => page.getByRole('link', { name: 'Начать приём' })
const disabled = () => page.getByRole('button', { name: 'Начать приём' })
const roomRefusal = 'Комната не открыта: проверка оборудования нашла неисправность (микрофон).'
const broken: Answers = {
  equipment: { readiness: () => done({ check: null, fullDue: true, roomRefusal, roomProblem: null }) },
}

test('who, on what and the phone; what is as it should be is not said', async () => {
  shown()
  await expect.element(page.getByText('Петров Пётр Петрович')).toBeVisible()
  await expect.element(page.getByText('Субсидия на оплату ЖКУ')).toBeVisible()
  await expect.element(page.getByText('+7 913 000-00-00')).toBeVisible()
  await expect.element(primary()).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Ссылка на встречу есть|Согласие на видеозапись есть|Место на диске/)
})

describe('disabled, it says why in words, and the reception can still be looked at', () => {
  test.each<[string, Partial<DayCard>, Answers, string]>([
    ['no link', { link: null }, {}, 'Нет ссылки на встречу. Впишите её выше.'],
    ['a broken workplace', {}, broken, roomRefusal],
  ])('%s', async (_name, changes, more, reason) => {
    shown(changes, more)
    await expect.element(disabled()).toBeDisabled()
    await expect.element(disabled()).toHaveAccessibleDescription(reason)
    await expect.element(page.getByText(reason)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Посмотреть приём' })).toBeVisible()
    expect(await violationsInBothSchemes()).toEqual([])
  })

  test('another reception is open: no second one is begun, nor looked at', async () => {
    shown({}, {}, true)
    await expect.element(disabled()).toHaveAccessibleDescription('Открыт другой приём. Сначала завершите его.')
    expect(page.getByRole('link', { name: 'Посмотреть приём' }).elements()).toEqual([])
  })
})

test('what is wrong and does not stop it stands beside an enabled button', async () => {
  shown({ consentVideo: false })
  await expect.element(page.getByText(/^Нет согласия на видеозапись \(п\. 3\.6\)/)).toBeVisible()
  await expect.element(primary()).toBeVisible()
})

test('Ctrl+Enter does nothing while the button is disabled, and nothing for a key held down', async () => {
  shown({ link: null })
  await expect.element(disabled()).toBeDisabled()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(disabled()).toBeVisible()
})

test('a head sees the card and begins nothing', async () => {
  shown({}, signedIn({ role: 'head' }))
  await expect.element(page.getByText('Петров Пётр Петрович')).toBeVisible()
  expect(primary().elements()).toEqual([])
  expect(disabled().elements()).toEqual([])
})
