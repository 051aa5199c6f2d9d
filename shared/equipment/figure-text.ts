import { countText, nouns } from '../text/plural.ts'
import type { Unit } from './codes.ts'

const suffixes: Readonly<Record<Exclude<Unit, 'receptions' | 'samples' | 'hosts'>, string>> = {
  decibels: 'дБ',
  framesPerSecond: 'к/с',
  pixelsHigh: 'строк',
  percent: '%',
  milliseconds: 'мс',
  millisecondsPerMinute: 'мс/мин',
  hertz: 'Гц',
  megabytesPerSecond: 'МБ/с',
  gigabytes: 'ГБ',
  seconds: 'с',
  luma: 'из 255',
}

const countedWords = { receptions: 'приёмов', samples: 'отсчётов', hosts: 'серверов' } as const

/** The unit alone, for a column of its own. */
export function unitText(unit: Unit): string {
  switch (unit) {
    case 'receptions':
    case 'samples':
    case 'hosts':
      return countedWords[unit]
    default:
      return suffixes[unit]
  }
}

/** «−38 дБ», «24,9 к/с», «214 приёмов». */
export function figureText(figure: number, unit: Unit): string {
  switch (unit) {
    case 'receptions':
      return countText(figure, nouns.reception)
    case 'samples':
      return countText(figure, nouns.sample)
    case 'hosts':
      return countText(figure, nouns.host)
    default:
      return `${figure.toLocaleString('ru', { maximumFractionDigits: 1 }).replace('-', '−')} ${suffixes[unit]}`
  }
}
