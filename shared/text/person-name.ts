/** A name as the application keeps it; the patronymic may be missing (п. 2.2). */
export interface PersonName {
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string | null
}

const words = (text: string): string[] => text.split(/\s+/u).filter(word => word !== '')

/** «П.», of a double name «А.-М.». */
const initial = (name: string): string =>
  name
    .split('-')
    .filter(part => part !== '')
    .map(part => `${(Array.from(part)[0] ?? '').toLocaleUpperCase('ru')}.`)
    .join('-')

/** «Петров Пётр Петрович». */
export const fullPersonName = ({ familyName, givenName, patronymic }: PersonName): string =>
  words([familyName, givenName, patronymic ?? ''].join(' ')).join(' ')

/** «Петров П. П.»; of «Расим оглы» only the first word counts. */
export function shortPersonName({ familyName, givenName, patronymic }: PersonName): string {
  const initials = [givenName, patronymic ?? ''].flatMap(name => words(name).slice(0, 1)).map(initial)
  return [...words(familyName), ...initials].join(' ')
}

/** Stands for the name in an application that names nobody. */
export const unnamedApplicant = 'Заявитель не назван'

/** «Иванова А. П.» of a full name in one line: family name first, then given name, then patronymic. */
export function shortName(fullName: string): string {
  if (fullName === unnamedApplicant) return unnamedApplicant
  const [familyName = '', givenName = '', patronymic = null] = words(fullName)
  return shortPersonName({ familyName, givenName, patronymic })
}

/**
 * «45 •• ••••12»: of the series the first two signs, of the number the last two. What is too short to hide anything is
 * hidden whole.
 */
export function maskDocument({ series, number }: { series: string | null; number: string }): string {
  const seriesSigns = Array.from((series ?? '').replaceAll(/\s/gu, ''))
  const numberSigns = Array.from(number.replaceAll(/\s/gu, ''))
  const shownSeries = seriesSigns.length > 2 ? `${seriesSigns.slice(0, 2).join('')} ` : ''
  const hiddenSeries = '•'.repeat(seriesSigns.length > 2 ? seriesSigns.length - 2 : seriesSigns.length)
  const keptNumber = numberSigns.length > 4 ? numberSigns.slice(-2).join('') : ''
  const maskedNumber = '•'.repeat(numberSigns.length - keptNumber.length) + keptNumber
  return [`${shownSeries}${hiddenSeries}`, maskedNumber].filter(part => part !== '').join(' ')
}
