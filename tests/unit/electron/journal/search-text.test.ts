import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchExpression, searchTextOf } from '../../../../electron/journal/search-text.ts'
import { openStores } from '../database/fixture.ts'

test('words are lower case with е for ё, the number among them; stems lose their endings', () => {
  expect(searchTextOf({ journalNumber: 12, texts: ['Фёдор Ёлкин', 'Субсидия на оплату ЖКУ'] })).toEqual({
    words: '12 федор елкин субсидия на оплату жку',
    stems: 'федор елкин субсид на оплат жку',
  })
})

test.each([
  ['', null],
  ['   ', null],
  ['№ «»', null],
  ['12', '(words:"12")'],
  ['жку ', '(stems:"жку" OR words:"жку")'],
  ['субсидий', '(stems:"субсид" OR stems:"субсидий" OR words:"субсид" OR words:"субсидий"*)'],
])('«%s» becomes %s', (search, expression) => {
  expect(matchExpression(search)).toBe(expression)
})

test('whatever is typed, FTS5 can read it', async () => {
  const { database, close } = openStores()
  const search = database.read.prepareRead('select count(*) from journal_search where journal_search match ?')
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('"', "'", '*', 'NEAR(a b)', 'a OR', 'words:', '^x', '{a}:b', 'AND'),
  )
  await fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), parts => {
      const expression = matchExpression(parts.join(' '))
      if (expression) search.all(expression)
    }),
  )
  close()
})
