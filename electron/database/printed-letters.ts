/** Crockford's alphabet: no I, L, O, U, so that what was printed is read back without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupLetters = 4

/** Typed with the Russian layout left on, or misread from paper. */
const lookAlike = new Map([
  ...Object.entries({ O: '0', I: '1', L: '1' }),
  ...Object.entries({ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X', З: '3' }),
])

/** Five bits a letter; bits that do not fill a letter are left out. */
export function toLetters(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map(five => alphabet[Number.parseInt(five, 2)]).join('')
}

/** The bytes behind letters of the alphabet. */
export function fromLetters(letters: readonly string[]): Buffer {
  const bits = letters.map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2)))
}

/** «AB12-CD34-…», as it is printed. */
export const inGroups = (letters: string): string =>
  (letters.match(new RegExp(`.{1,${groupLetters}}`, 'g')) ?? []).join('-')

/** What a person typed, letter by letter: any case, spaces or dashes, look-alikes, also Cyrillic ones. */
export const typedLetters = (typed: string): readonly string[] =>
  [...typed.toUpperCase().replaceAll(/[\s\p{Pd}.]/gu, '')].map(letter => lookAlike.get(letter) ?? letter)

/** Whether all of them can occur. */
export const areLetters = (letters: readonly string[]): boolean => letters.every(letter => alphabet.includes(letter))
