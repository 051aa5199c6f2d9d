import type { ApplicationFields } from './application-fields.ts'
import { type Citizen, citizenOf } from './citizens.ts'
import { demonstrationPeople } from './people.ts'

/** What the citizen of an application of this number wrote of herself. */
export function fieldsOf(index: number, specialist: number): Omit<ApplicationFields, 'topic' | 'receivedOn'> {
  // Some come again and again; most come once.
  const isKnown = specialist === 0 || index % 5 === 0
  const citizen: Citizen = isKnown ? pick(demonstrationPeople, index * 7) : citizenOf(index)
  // One paper, one phone, one address each: what differs between applications of one citizen is worth a look.
  const own = isKnown
    ? (index * 7) % demonstrationPeople.length
    : index < 10_000
      ? 1_000 + index
      : 5_000 + (index % 4_000)
  const digits = String(own).padStart(4, '0')
  return {
    ...citizen,
    identityDocument: {
      kind: 'Паспорт гражданина РФ',
      series: `32 ${String(4 + (own % 20)).padStart(2, '0')}`,
      number: String(100_000 + ((own * 73_939) % 900_000)),
      issuedBy: 'ГУ МВД России по Кемеровской области',
      issuedOn: null,
    },
    addressKind: 'residence',
    ...{ consentPersonalData: true, consentVideo: true },
    // Looks like a number, rings nowhere: the first group is all zeros.
    phone: `+7 913 000-${digits.slice(0, 2)}-${digits.slice(2)}`,
    email: index % 3 === 0 ? null : `citizen${own}@example.ru`,
    channel: index % 4 === 0 ? 'phone' : 'widget',
  }
}

export function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list has nothing to pick')
  return item
}
