import type { Account } from '../../shared/contract/accounts.ts'

/** Somebody of the made-up office. */
export type OfficePerson = Pick<Account, 'fullName' | 'position' | 'role'>

const specialist = (fullName: string, position: string): OfficePerson => ({ fullName, position, role: 'specialist' })

/** Whoever looks at the demonstration begins as her: the day is hers. */
export const firstSpecialist = specialist('Иванова Анна Петровна', 'главный специалист')

/** Twelve who receive; the one the day belongs to first. */
export const specialists: readonly OfficePerson[] = [
  firstSpecialist,
  specialist('Антонова Вера Степановна', 'главный специалист'),
  specialist('Белоусов Кирилл Романович', 'ведущий специалист'),
  specialist('Власова Нина Аркадьевна', 'ведущий специалист'),
  specialist('Гладкова Полина Денисовна', 'специалист'),
  specialist('Дроздов Матвей Ильич', 'специалист'),
  specialist('Жданова Лариса Геннадьевна', 'ведущий специалист'),
  specialist('Каримова Динара Ринатовна', 'специалист'),
  specialist('Никифорова Оксана Валерьевна', 'главный специалист'),
  specialist('Панина Софья Глебовна', 'специалист'),
  specialist('Рыбаков Денис Олегович', 'ведущий специалист'),
  specialist('Шестакова Инна Борисовна', 'специалист'),
]

/** Two heads; the first one signs. */
export const heads: readonly OfficePerson[] = [
  { fullName: 'Морозова Елена Викторовна', position: 'начальник отдела', role: 'head' },
  { fullName: 'Селиванов Роман Юрьевич', position: 'заместитель начальника отдела', role: 'head' },
]

export const technician: OfficePerson = {
  ...{ fullName: 'Кузнецов Павел Андреевич', position: 'инженер', role: 'technician' },
}

/** Everybody, whoever does the first run first. All of them are made up. */
export const officePeople: readonly [OfficePerson, ...OfficePerson[]] = [
  { fullName: 'Лебедев Игорь Олегович', position: 'системный администратор', role: 'administrator' },
  ...specialists,
  ...heads,
  technician,
]
