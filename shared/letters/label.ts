import { oneLine } from './hidden-signs.ts'

/** Longer is a sentence, not the name of a field. */
export const longestLabelSigns = 120

/**
 * A label as it is compared: small letters, «ё» as «е», without numbering, stars, dots, colons, quotes, and remarks in
 * brackets such as «(обязательно)», and without «Ваше» and «Укажите» before it. «birthDate» and «birth_date» become «birth date».
 */
export const labelKey = (label: string): string =>
  oneLine(label.slice(0, longestLabelSigns * 2))
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replace(/^\s*(?:\d{1,2}|[а-яa-z])[.)]\s+/u, '')
    .replaceAll(/\((?:обязательно(?:е поле)?|при наличии|дд\.мм\.гггг|\*)\)/gu, ' ')
    .replaceAll(/[*:.«»"“”„'`_–—]+/gu, ' ')
    .replaceAll(/\s*-\s*/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:укажите|введите|напишите|впишите|выберите)\s+(?=\p{L}).*/u, asNamed)
    .replace(/^(?:ваш(?:а|е|и|у)?|мо[йяеи]|мою|свою|свой|свое)\s+(?=\p{L})/u, '')

/** «Введите фамилию», «Укажите вашу электронную почту»: what is asked for, by its name. */
const asNamed = (asked: string): string =>
  asked
    .replace(/^\p{L}+\s+(?:(?:вашу?|ваше|ваши|свою|свой|свое)\s+)?/u, '')
    .replace(/^электронную(?=\s)/u, 'электронная')
    .replaceAll(/(?<!\p{L})(фамили|сери)ю(?!\p{L})/gu, '$1я')
    .replaceAll(/(?<!\p{L})(дат|почт|тем|тематик)у(?!\p{L})/gu, '$1а')

/** Whether a text may be the name of a field at all: short, begins with a letter or a number, no sentence. */
export function looksLikeLabel(text: string): boolean {
  const label = oneLine(text)
  if (label.length === 0 || label.length > longestLabelSigns) return false
  return /^[\p{L}\d«"*№☑☐]/u.test(label) && label.split(' ').length <= 12 && !/[!?;]|[.,]\s.*[.,]\s/u.test(label)
}
