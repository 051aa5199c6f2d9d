import { describe, expect, it } from 'vitest'
import {
  applicationErrors,
  emptyApplication,
  formField,
  type NewApplicationValues,
  refusalErrors,
  toNewApplication,
} from '../../../../../renderer/features/reception/new-application-values.ts'
import { NewApplication } from '../../../../../shared/contract/applications.ts'

const filled: NewApplicationValues = {
  ...emptyApplication('2026-11-20'),
  familyName: 'Петров',
  givenName: 'Пётр',
  patronymic: 'Петрович',
  birthDate: '1961-03-04',
  documentSeries: '3204',
  documentNumber: '123456',
  address: 'г. Кемерово, ул. Весенняя, д. 7',
  consentPersonalData: true,
  consentVideo: true,
  topic: 'Субсидия на оплату ЖКУ',
  phone: '+7 913 000-00-00',
  appointedTime: '09:00',
}

describe('toNewApplication', () => {
  it('makes what the contract takes', () => {
    const application = toNewApplication(filled)
    expect(NewApplication.parse(application)).toEqual(application)
    expect(application.appointedLocal).toBe('2026-11-20T09:00')
    expect(application.fields.email).toBeNull()
  })

  it('leaves out a document nothing was entered of', () => {
    const { fields } = toNewApplication({ ...filled, documentSeries: '', documentNumber: '' })
    expect(fields.identityDocument).toBeNull()
  })

  it('keeps a consent that was not given apart from a given one', () => {
    const { fields } = toNewApplication({ ...filled, consentVideo: false })
    expect(fields).toMatchObject({ consentPersonalData: true, consentVideo: false })
  })
})

describe('applicationErrors', () => {
  it('finds nothing in a filled form', () => {
    expect(applicationErrors(filled)).toEqual({})
  })

  it('names every obligatory field of an empty form', () => {
    const fields = ['familyName', 'givenName', 'birthDate', 'address', 'topic', 'phone', 'appointedTime']
    expect(Object.keys(applicationErrors(emptyApplication('2026-11-20'))).sort()).toEqual(fields.sort())
  })

  it.each([
    [{ phone: 'нет' }, 'phone'],
    [{ email: 'не почта' }, 'email'],
    [{ documentNumber: '', documentSeries: '3204' }, 'documentNumber'],
    [{ appointedDate: null }, 'appointedDate'],
  ] satisfies [Partial<NewApplicationValues>, keyof NewApplicationValues][])('%j is told at %s', (change, field) => {
    expect(Object.keys(applicationErrors({ ...filled, ...change }))).toEqual([field])
  })
})

it('puts the refusal of the workstation at the field it names', () => {
  expect(formField('fields.identityDocument.series', filled)).toBe('documentSeries')
  expect(refusalErrors({ 'fields.phone': 'Проверьте', link: 'Другой сайт' }, filled)).toEqual({
    phone: 'Проверьте',
    link: 'Другой сайт',
  })
})
