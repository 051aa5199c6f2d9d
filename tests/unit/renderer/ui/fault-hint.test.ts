import { expect, it } from 'vitest'
import { faultDetails, faultFields, faultFieldsWithin, faultHint } from '../../../../renderer/ui/fault-hint.ts'
import { FaultError } from '../../../../shared/contract/fault-error.ts'

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

it('names the fields of a part of what was sent as its form names them', () => {
  const fields = { 'settings.host': 'Укажите сервер', secret: 'Введите пароль', 'a.settings.host': 'Другое' }
  const error = new FaultError({ code: 'badInput', hint: 'Исправьте.', fields })
  expect(faultFieldsWithin(error, 'settings.')).toEqual({
    host: 'Укажите сервер',
    secret: 'Введите пароль',
    'a.settings.host': 'Другое',
  })
  expect(faultFieldsWithin(new Error('cut'), 'settings.')).toEqual({})
})
