/** A Russian noun in the forms of 1, 2 and 5, with its gender for the verb. */
export interface Noun {
  readonly one: string
  readonly few: string
  readonly many: string
  readonly gender: 'masculine' | 'feminine' | 'neuter'
}

export const nouns = {
  second: { one: 'секунда', few: 'секунды', many: 'секунд', gender: 'feminine' },
  minute: { one: 'минута', few: 'минуты', many: 'минут', gender: 'feminine' },
  hour: { one: 'час', few: 'часа', many: 'часов', gender: 'masculine' },
  day: { one: 'день', few: 'дня', many: 'дней', gender: 'masculine' },
  workingDay: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', gender: 'masculine' },
  shortenedDay: { one: 'сокращённый', few: 'сокращённых', many: 'сокращённых', gender: 'masculine' },
  workingWeekend: { one: 'рабочий выходной', few: 'рабочих выходных', many: 'рабочих выходных', gender: 'masculine' },
  workingHour: { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов', gender: 'masculine' },
  workingMinute: { one: 'рабочая минута', few: 'рабочие минуты', many: 'рабочих минут', gender: 'feminine' },
  year: { one: 'год', few: 'года', many: 'лет', gender: 'masculine' },
  reception: { one: 'приём', few: 'приёма', many: 'приёмов', gender: 'masculine' },
  recording: { one: 'запись', few: 'записи', many: 'записей', gender: 'feminine' },
  application: { one: 'заявка', few: 'заявки', many: 'заявок', gender: 'feminine' },
  try: { one: 'попытка', few: 'попытки', many: 'попыток', gender: 'feminine' },
  sample: { one: 'отсчёт', few: 'отсчёта', many: 'отсчётов', gender: 'masculine' },
  host: { one: 'сервер', few: 'сервера', many: 'серверов', gender: 'masculine' },
  remark: { one: 'замечание', few: 'замечания', many: 'замечаний', gender: 'neuter' },
  break: { one: 'перерыв', few: 'перерыва', many: 'перерывов', gender: 'masculine' },
} as const satisfies Record<string, Noun>

const rules = new Intl.PluralRules('ru')

/** The form of the noun that goes with the number: 1 день, 2 дня, 5 дней, 1,5 дня. */
export function plural(count: number, noun: Noun): string {
  switch (rules.select(Math.abs(count))) {
    case 'one':
      return noun.one
    case 'many':
      return noun.many
    default:
      return noun.few
  }
}

/** «5 дней». */
export const countText = (count: number, noun: Noun): string => `${count.toLocaleString('ru')} ${plural(count, noun)}`

/** «остался 1 день», «осталась 21 минута», «осталось 5 дней». */
export function remainsText(count: number, noun: Noun): string {
  const singular = { masculine: 'остался', feminine: 'осталась', neuter: 'осталось' }[noun.gender]
  const verb = rules.select(Math.abs(count)) === 'one' ? singular : 'осталось'
  return `${verb} ${countText(count, noun)}`
}

/** The noun after «в течение», «более»: 1 → «минуты», 10 → «минут». Only the feminine and masculine of this file. */
export const genitiveText = (count: number, noun: Noun): string =>
  `${count.toLocaleString('ru')} ${rules.select(Math.abs(count)) === 'one' ? noun.few : noun.many}`
