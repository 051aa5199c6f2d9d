import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { defaultTimeZone } from './time-zones.ts'

/** The steps of the first run, in order; nothing is written before the last one. */
export const firstRunSteps = ['administrator', 'body', 'people', 'workplace', 'copies'] as const
export type FirstRunStep = (typeof firstRunSteps)[number]

export const stepWords: Readonly<Record<FirstRunStep, string>> = {
  administrator: 'Администратор',
  body: 'Орган',
  people: 'Сотрудники',
  workplace: 'Рабочее место',
  copies: 'Копии',
}

export const emptyFirstRun: FirstRun = {
  bodyName: '',
  timeZone: defaultTimeZone,
  workplaceName: '',
  administrator: { fullName: '', position: '', password: '' },
  people: [],
  recordingsDirectory: '',
  backupDirectory: '',
}

/** Empty folders mean «inside the profile» and «later». */
export const asFirstRun = (entered: FirstRun): FirstRun => ({
  ...entered,
  recordingsDirectory: entered.recordingsDirectory?.trim() || null,
  backupDirectory: entered.backupDirectory?.trim() || null,
})

interface Person {
  fullName: string
  position: string
  password: string
}

function personErrors(path: string, person: Person, minimumLength: number): Record<string, string | null> {
  return {
    [`${path}.fullName`]:
      person.fullName.trim().split(/\s+/).length < 2 ? 'Укажите фамилию, имя и отчество полностью' : null,
    [`${path}.position`]: person.position.trim() === '' ? 'Укажите должность' : null,
    [`${path}.password`]: [...person.password].length < minimumLength ? `Не короче ${minimumLength} знаков` : null,
  }
}

const filled = (value: string, message: string): string | null => (value.trim() === '' ? message : null)

const errorsByStep: Readonly<
  Record<FirstRunStep, (entered: FirstRun, minimumLength: number) => Record<string, string | null>>
> = {
  administrator: ({ administrator }, minimumLength) => personErrors('administrator', administrator, minimumLength),
  body: ({ bodyName }) => ({ bodyName: filled(bodyName, 'Укажите наименование органа') }),
  people: ({ people }, minimumLength) =>
    Object.assign({}, ...people.map((person, at) => personErrors(`people.${at}`, person, minimumLength))),
  workplace: ({ workplaceName }) => ({
    workplaceName: filled(workplaceName, 'Укажите рабочее место, например «Рабочее место 3»'),
  }),
  // The folder itself is tried by the workstation.
  copies: () => ({}),
}

/** What is wrong in one step, field → message; empty when it may be left. */
export function errorsOf(step: FirstRunStep, entered: FirstRun, minimumLength: number): Record<string, string> {
  const found = Object.entries(errorsByStep[step](entered, minimumLength))
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** The step a field belongs to: a refusal of the workstation leads back to it. */
export function stepOfField(field: string): FirstRunStep {
  if (field.startsWith('administrator')) return 'administrator'
  if (field.startsWith('people')) return 'people'
  if (field === 'backupDirectory') return 'copies'
  return field === 'recordingsDirectory' || field === 'workplaceName' ? 'workplace' : 'body'
}
