import type { SlotObstacle } from './slots.ts'

/** What stands against an appointment besides the time itself. */
export type AppointmentObstacle = SlotObstacle | 'notAuthorised' | 'videoConsentMissing'

/** In words; what cannot be overruled is said so. */
export const obstacleWords: Readonly<Record<AppointmentObstacle, string>> = {
  past: 'Это время уже прошло',
  specialistAbsent: 'Этот специалист в этот день не ведёт приёмов: отметил отсутствие',
  specialistBusy: 'У этого специалиста в это время другой приём',
  workplaceBusy: 'Рабочее место в это время занято другим приёмом (п. 3.1)',
  outsideSchedule: 'Это время вне графика органа: выходной, обед или конец дня (п. 1.2)',
  tooEarly: 'Гражданин не успеет ответить в срок: на подтверждение у него рабочий день после уведомления (п. 2.5)',
  missingYear: 'Календарь на этот год не загружен: рабочий ли это день, неизвестно',
  notAuthorised: 'Специалист не уполномочен по этой тематике (п. 3.3)',
  videoConsentMissing: 'Нет согласия на видеозапись, а приём обязательно записывается (п. 3.6)',
}

/** Who may appoint all the same, with a reason: a head, anybody, or nobody. */
export const overruledBy: Readonly<Record<AppointmentObstacle, 'nobody' | 'head' | 'anybody'>> = {
  past: 'nobody',
  specialistAbsent: 'nobody',
  specialistBusy: 'nobody',
  missingYear: 'nobody',
  workplaceBusy: 'head',
  outsideSchedule: 'head',
  tooEarly: 'head',
  notAuthorised: 'head',
  videoConsentMissing: 'anybody',
}
