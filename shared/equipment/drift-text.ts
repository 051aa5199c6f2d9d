import type { Drift } from './baseline.ts'
import { figureText } from './figure-text.ts'
import { codeWords } from './result-words.ts'

/** «Шум: −38 дБ, на 9 дБ выше обычного за 30 дней (−47 дБ)». */
export function driftText({ code, unit, usual, now }: Drift): string {
  const side = now > usual ? 'выше' : 'ниже'
  const difference = figureText(Math.round(Math.abs(now - usual) * 10) / 10, unit)
  return `${codeWords[code]}: ${figureText(now, unit)}, на ${difference} ${side} обычного за 30 дней (${figureText(usual, unit)})`
}
