import { expect, it } from 'vitest'
import { faultDetails, faultFields, faultHint } from '../../../../renderer/ui/fault-hint.ts'
import { FaultError } from '../../../../shared/contract/reply.ts'

it('speaks the words of a refusal', () => {
  const error = new FaultError({
    code: 'linkRefused',
    hint: 'Это ссылка на другой сайт.',
    fields: { link: 'Проверьте' },
  })
  expect(faultHint(error)).toBe('Это ссылка на другой сайт.')
  expect(faultFields(error)).toEqual({ link: 'Проверьте' })
  expect(faultDetails(error)).toBe('linkRefused')
})

it('never shows a raw exception as the main text', () => {
  const error = new TypeError('socket hang up')
  expect(faultHint(error)).not.toContain('socket')
  expect(faultFields(error)).toEqual({})
  expect(faultDetails(error)).toBe('socket hang up')
})
