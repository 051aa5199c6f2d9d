import { cleanLine } from './clean-text.ts'
import type { PersonName } from './person-name.ts'

/**
 * Equal for one person however the name was typed: «Алёна», «АЛЕНА» and a decomposed «ё» are one, as are «Салтыков -
 * Щедрин» and «Салтыков–Щедрин», «Гусейн-оглы» and «Гусейн оглы». Meant for comparing within one date of birth, never
 * for showing.
 */
export const samePersonKey = ({ familyName, givenName, patronymic }: PersonName): string =>
  cleanLine([familyName, givenName, patronymic ?? ''].join(' '))
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replaceAll(/['’ʼ‘`´"]/gu, '')
    .replaceAll(/[\p{Pd}\s.]+/gu, ' ')
    .trim()

/** The same of a full name in one line, family name first. */
export const samePersonKeyOf = (fullName: string): string =>
  samePersonKey({ familyName: fullName, givenName: '', patronymic: null })
