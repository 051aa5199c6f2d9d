import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { CaseLine } from '../../shared/contract/cases.ts'
import { done } from '../../shared/contract/reply.ts'
import { at, otherId } from '../unit/shared/reception/history-of.ts'
import { press } from './fixtures/by-hand.ts'
import { showAt } from './fixtures/show.tsx'

const line: CaseLine = {
  ...{ kind: 'letter', id: otherId, group: 'done', step: 'setAside', journalNumber: null, name: 'Citizen', topic: '' },
  ...{ receivedOn: '2026-11-20', appointedAt: null, missing: null, isRepeated: false, pressing: null },
}

test('a letter that is taken back leaves «Готово», and its card', async () => {
  location.hash = ''
  let isSetAside = true
  showAt('/applications', {
    notices: { outbox: () => done({ state: 'ready', reason: '', nextTryAt: null, rows: [] }) },
    replies: { list: () => done({ replies: [], autoReplies: [], judged: [] }) },
    applications: {
      cases: ({ group }) => {
        const rows = isSetAside && group === 'done' ? [line] : []
        return done({ total: rows.length, rows, counts: { toDo: 0, awaiting: 0, done: isSetAside ? 1 : 0 } })
      },
    },
    mailroom: {
      letter: () =>
        done({
          ...{ id: otherId, receivedAt: at('08:00'), receiptSource: 'internalDate', source: 'mail', byteLength: 100 },
          ...{ tooBig: false, erased: true, answer: null, registered: false, reading: null, masked: false },
          setAside: isSetAside ? { reason: 'не заявка', authorName: 'Иванова А. П.', at: at('08:10') } : null,
        }),
      takeBack: () => {
        isSetAside = false
        return done(null)
      },
    },
  })
  await page.getByText('Готово 1').click()
  await page.getByRole('option').filter({ hasText: 'Письмо отложено' }).click()
  await press('Вернуть')
  await expect.element(page.getByText('Завершённых заявок пока нет')).toBeVisible()
  await expect.element(page.getByText('Заявка не выбрана')).toBeVisible()
})
