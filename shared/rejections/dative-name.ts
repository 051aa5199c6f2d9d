import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import type { PersonName } from '../text/person-name.ts'

export type Gender = 'male' | 'female'

/** Patronymics of these languages are not declined: «Мамедову Расиму Гусейн оглы». */
const sonOf = /(?:^|[\s-]|(?<=\p{L}{3}))(?:о[гғ]лы|оглу|[уұ]лы|уулу|[уўо][гғ]ли|угл[ыи])$/iu
const daughterOf = /(?:^|[\s-]|(?<=\p{L}{3}))(?:[кгқ]ызы|[кқ]изи|кзы)$/iu

/** By the patronymic alone: a given name may belong to either («Женя», «Саша», a foreign one). null: a person is asked. */
export function genderOf(patronymic: string | null): Gender | null {
  const text = (patronymic ?? '').trim()
  if (daughterOf.test(text) || /(вна|ична)$/iu.test(text)) return 'female'
  return sonOf.test(text) || /ич$/iu.test(text) ? 'male' : null
}

/**
 * «Петровой Анне Ильиничне»: the name as the decision addresses it. A suggestion, to be read by a person; without a
 * gender the name stays as it is.
 */
export function dativeName({ familyName, givenName, patronymic }: PersonName, gender: Gender | null): string {
  const said = (text: string) => text.trim().replaceAll(/\s+/gu, ' ')
  if (gender === null) return [familyName, givenName, patronymic ?? ''].map(said).filter(Boolean).join(' ')
  const declined = [
    eachPart(said(familyName), part => familyDative(part, gender)),
    eachPart(said(givenName), part => givenDative(part, gender)),
    patronymicDative(said(patronymic ?? ''), gender),
  ]
  return declined.filter(Boolean).join(' ')
}

/** «Салтыков-Щедрин», «Анна Мария»: every part by itself. */
const eachPart = (text: string, decline: (part: string) => string): string =>
  text
    .split(/([\s-])/u)
    .map(part => (/^[\s-]?$/u.test(part) || !/^[а-яё’']+$/iu.test(part) ? part : decline(part)))
    .join('')

/** Words that only lead to a foreign family name: «фон дер Лейен». */
const particles: ReadonlySet<string> = new Set(
  'фон ван дер ден ди де да дю ла ле лос дос эль аль ад ибн бен бин бей бек заде зода тер мак о'.split(' '),
)
const vowels = /[аеёиоуыэюя]/gu
/** Adjectives whose ending after a sibilant bears the stress; of the others it does not. */
const stressed: ReadonlySet<string> = new Set(['большая', 'чужая'])

/**
 * The family name where its ending leaves no doubt, else as it stands: a vowel that may drop out («Кравец», «Козёл»), an
 * adjective that may be none («Бабий», «Гогуая»), a foreign particle are nothing a machine should decide.
 */
function familyDative(part: string, gender: Gender): string {
  const text = part.toLowerCase()
  if (isUndeclined(part, gender) || particles.has(text) || isUnsure(text, gender)) return part
  // The library's rules take these for the adjectives of another stress, or for «Иванова».
  if (gender === 'female' && /[жшчщц]ая$/u.test(text)) return `${part.slice(0, -2)}${stressed.has(text) ? 'ой' : 'ей'}`
  if (gender === 'female' && /^[^аеёиоуыэюя]+[оё]ва$/u.test(text)) return `${part.slice(0, -1)}е`
  if (gender === 'male' && /[жшчщ]ий$/u.test(text)) return `${part.slice(0, -2)}ему`
  if (gender === 'male' && /[жшчщц]$/u.test(text)) return `${part}у`
  return inclineLastname(part, 'dative', gender)
}

function isUnsure(text: string, gender: Gender): boolean {
  const syllables = text.match(vowels)?.length ?? 0
  // «Гая», «Гогуая»: nobody knows that these are adjectives.
  if (/[ая]я$/u.test(text)) return gender === 'male' || text.length < 5 || /[аеёиоуыэюя][ая]я$/u.test(text)
  if (gender === 'female') return false
  if (/(?:[оеё]к|[её]л)$/u.test(text)) return true
  // «Мышь» is a woman's word, «Соловей» loses its vowel in some families and not in others.
  if (/[жшчщ]ь$|[бвлнр]ей$/u.test(text)) return true
  if (/[её]ц$/u.test(text)) return syllables > 1
  return text === 'лев' || (/ий$/u.test(text) && !/[гкхжчшщ]ий$/u.test(text))
}

/** Family names on -о, -е, -и, -у, -ю, -ых, -их, and women's on a consonant, are the same in every case. */
function isUndeclined(part: string, gender: Gender): boolean {
  const text = part.toLowerCase()
  return /([оеиуюэыё]|[ыи]х)$/u.test(text) || (gender === 'female' && /[бвгджзйклмнпрстфхцчшщьъ]$/u.test(text))
}

/** A woman's name on a consonant («Элизабет») is not declined; «Любовь», «Нинель» are. */
function givenDative(part: string, gender: Gender): string {
  const text = part.toLowerCase()
  if (/[оеиуюэыё]$/u.test(text)) return part
  if (gender === 'female' && /[бвгджзйклмнпрстфхцчшщ]$/u.test(text)) return part
  if (gender === 'female' && text.endsWith('ь')) return `${part.slice(0, -1)}и`
  return inclineFirstname(part, 'dative', gender)
}

function patronymicDative(text: string, gender: Gender): string {
  if (text === '' || sonOf.test(text) || daughterOf.test(text)) return text
  return inclineMiddlename(text, 'dative', gender)
}
