/** Why a day cannot be the one an application was received on, Russian; null where it can. Local dates; `latest` = the last possible one. */
export function faultOfReceiptDay(day: string, latest: string): string | null {
  if (day < '2000-01-01') return 'Дата поступления раньше 2000 года'
  return day > latest ? 'Позже дня, когда заявка попала в программу' : null
}
