/** What the buttons of a calendar are called. */
export const calendarLabels = {
  nextDecade: 'Следующие десять лет',
  previousDecade: 'Предыдущие десять лет',
  nextYear: 'Следующий год',
  previousYear: 'Предыдущий год',
  nextMonth: 'Следующий месяц',
  previousMonth: 'Предыдущий месяц',
} as const
