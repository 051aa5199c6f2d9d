import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  makePhraseService,
  type PhraseService,
  type TopicOfApplication,
} from '../../../../electron/phrases/phrase-service.ts'
import { makePhraseStore } from '../../../../electron/phrases/phrase-store.ts'
import { readPhrases } from '../../../../electron/phrases/read-phrases.ts'
import { type Topic, TopicDirectory } from '../../../../shared/applications/topics.ts'
import { phraseLimits } from '../../../../shared/contract/phrases.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { openStores } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let phrases: PhraseService
const starting = ['о субсидии', 'о пособии']
const topics: readonly Topic[] = ['housingSubsidy', 'childBenefits'].map(id => ({
  ...{ id, title: id, bodies: [], elsewhere: '' },
  words: id === 'housingSubsidy' ? ['субсиди'] : ['пособи'],
}))
let application: TopicOfApplication | null = null
const plain = (text: string) => ({ text, topicIds: [] })

beforeEach(() => {
  stores = openStores()
  const store = makePhraseStore({ ...stores.database, place: stores.accounts.place, clock: stores.clock })
  phrases = makePhraseService({
    ...{ store, topics, starting: starting.map(plain) },
    applicationOf: () => application,
  })
})
afterEach(() => stores.close())

const list = () => unwrap(phrases.list(stores.session))
const texts = async () => (await list()).map(({ text }) => text)
const idOf = async (text: string) => (await list()).find(phrase => phrase.text === text)?.id ?? ''

test('the starting ones are there the first time, and do not come back once removed', async () => {
  expect(await texts()).toEqual(starting)
  for (const text of starting) await unwrap(phrases.remove(stores.session, await idOf(text)))
  expect(await texts()).toEqual([])
})

test('added at the end, once; the most used stands first', async () => {
  await list()
  await unwrap(phrases.add(stores.session, plain('о льготах')))
  await unwrap(phrases.add(stores.session, plain('о льготах')))
  expect(await texts()).toEqual([...starting, 'о льготах'])
  await unwrap(phrases.used(stores.session, await idOf('о пособии')))
  expect(await texts()).toEqual(['о пособии', 'о субсидии', 'о льготах'])
})

test('changed; not into one that is there already', async () => {
  await list()
  await unwrap(phrases.change(stores.session, { id: await idOf('о субсидии'), ...plain('о субсидии на ЖКУ') }))
  expect(await texts()).toEqual(['о субсидии на ЖКУ', 'о пособии'])
  const twice = phrases.change(stores.session, { id: await idOf('о пособии'), ...plain('о субсидии на ЖКУ') })
  expect(twice).toMatchObject({ ok: false, fault: { code: 'badInput' } })
})

test('removing is undone; a phrase nobody has is refused', async () => {
  const id = await idOf('о субсидии')
  await unwrap(phrases.remove(stores.session, id))
  expect(await texts()).toEqual(['о пособии'])
  expect(phrases.remove(stores.session, id)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
  await unwrap(phrases.restore(stores.session, id))
  expect(await texts()).toEqual(starting)
})

test('taken back after the same words were added again: there is one', async () => {
  const id = await idOf('о субсидии')
  await unwrap(phrases.remove(stores.session, id))
  await unwrap(phrases.add(stores.session, plain('о субсидии')))
  await unwrap(phrases.restore(stores.session, id))
  expect((await texts()).filter(text => text === 'о субсидии')).toHaveLength(1)
})

test('a phrase belongs to topics of the directory; one nobody knows is refused and nothing is written', async () => {
  const id = await idOf('о субсидии')
  const changed = { id, text: 'о субсидии', topicIds: ['housingSubsidy'] }
  await unwrap(phrases.change(stores.session, changed))
  expect((await list()).map(({ topicIds }) => topicIds)).toEqual([['housingSubsidy'], []])
  const strange = phrases.change(stores.session, { ...changed, topicIds: ['astrology'] })
  expect(strange).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  expect(phrases.add(stores.session, { text: 'новая', topicIds: ['astrology'] })).toMatchObject({ ok: false })
  expect((await list()).map(({ topicIds }) => topicIds)).toEqual([['housingSubsidy'], []])
})

test('the topic of a reception: the chosen one, else what its words speak of, else none', async () => {
  const topicOf = () => unwrap(phrases.topicOf('any'))
  application = { topicId: 'childBenefits', topic: 'Субсидия' }
  expect(await topicOf()).toEqual({ topicId: 'childBenefits' })
  application = { topicId: null, topic: 'Субсидия на оплату' }
  expect(await topicOf()).toEqual({ topicId: 'housingSubsidy' })
  application = { topicId: null, topic: 'Погода' }
  expect(await topicOf()).toEqual({ topicId: null })
  application = null
  expect(phrases.topicOf('any')).toMatchObject({ ok: false, fault: { code: 'notFound' } })
})

test('of another account: neither seen nor changed', async () => {
  const id = await idOf('о субсидии')
  const other = {
    ...stores.session,
    account: { ...stores.session.account, id: '00000000-0000-4000-8000-000000000009' },
  }
  expect(phrases.change(other, { id, ...plain('чужое') })).toMatchObject({ ok: false })
  expect(phrases.remove(other, id)).toMatchObject({ ok: false })
  expect(await texts()).toEqual(starting)
})

test('a limit that is told', async () => {
  await list()
  for (let count = starting.length; count < phraseLimits.count; count += 1) {
    await unwrap(phrases.add(stores.session, plain(`фраза ${count}`)))
  }
  expect(phrases.add(stores.session, plain('ещё одна'))).toMatchObject({ ok: false, fault: { code: 'badInput' } })
})

test('the starting phrases that are shipped can be read', async () => {
  const shipped = await readPhrases(join(import.meta.dirname, '../../../../resources/phrases.json'))
  expect(shipped.length).toBeGreaterThan(3)
  expect(new Set(shipped.map(({ text }) => text)).size).toBe(shipped.length)
  const directory = TopicDirectory.parse(
    JSON.parse(await readFile(join(import.meta.dirname, '../../../../resources/topics.json'), 'utf8')),
  )
  const known = new Set(directory.map(({ id }) => id))
  expect(shipped.flatMap(({ topicIds }) => topicIds).filter(id => !known.has(id))).toEqual([])
})
