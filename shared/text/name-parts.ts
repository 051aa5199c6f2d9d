/** Given names so common that one standing first says: not the family name. Men's, women's; «е» for «ё». */
const commonNames: ReadonlySet<string> = new Set(
  `александр алексей анатолий андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий
  владимир владислав вячеслав геннадий георгий григорий даниил денис дмитрий евгений егор иван игорь илья кирилл
  константин лев леонид максим матвей михаил никита николай олег павел петр роман руслан рустам семен сергей станислав
  степан тимофей тимур федор эдуард юрий яков ярослав
  александра алена алина алла анастасия ангелина анна антонина валентина валерия варвара вера вероника виктория галина
  дарья диана евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина кира клавдия кристина ксения лариса
  лидия любовь людмила маргарита марина мария надежда наталия наталья нина оксана ольга полина раиса светлана софия
  софья таисия тамара татьяна ульяна юлия яна`
    .split(/\s+/u)
    .filter(Boolean),
)
const folded = (word: string): string => word.toLocaleLowerCase('ru').replaceAll('ё', 'е')

export const isCommonName = (word: string): boolean => commonNames.has(folded(word))

/** «оглы», «кызы», «угли», «зода» and the like, alone, after a hyphen or grown together with the father's name. */
const turkicEnding =
  /(?:^|[\s-]|(?<=\p{L}{3}))(?:о[гғ]лы|оглу|[уұ]лы|уулу|[уўо][гғ]ли|угл[ыи]|[кгқ]ы?[зs]ы|[кқ]изи|кзы|зод[аы]|зад[аеэ])$/iu
const slavicEnding = /(?:ович|евич|ёвич|ьич|мич|нич|кич|лич|тич|ич|ыч|овна|евна|ёвна|ична|инична|ишна)$/iu

/** A word that ends as patronymics do; family names («Абрамович») may end so too. */
export const isPatronymic = (text: string): boolean =>
  turkicEnding.test(text.trim()) || slavicEnding.test(text.trim().split(/[\s-]/u)[0] ?? '')

/** A second word of a patronymic: «Гусейн оглы». */
export const isPatronymicTail = (word: string): boolean => turkicEnding.test(word) && !/\p{L}{6}/u.test(word)

/** «П.», «П. П.», «П.П»: letters that stand for a name. */
export const isInitials = (text: string): boolean =>
  /^(?:\p{Lu}\p{Ll}?\.[\s-]?)+\p{Lu}?$|^\p{L}$|^\p{Lu}\p{Lu}$/u.test(text.trim())

/** Words people write where there is no patronymic. */
export const isNoPatronymic = (text: string): boolean =>
  /^(?:[-–—_.*/\\]+|нет|нету|нет отчества|отчества нет|отчество отсутствует|не имеется|не име[юе]т?|не указан[оа]?|отсутствует|без отчества|прочерк|б\/о|н\/[да]|0|no|none|n\/?a|null|x+|х+)[.)]?$/iu.test(
    text.trim(),
  )

/** Endings only family names have; «-ин» is left out, given names («Регина») have it too. */
const familyEnding = /(?:\p{L}{2}(?:ов|ев|ёв)а?|[сц]к(?:ий|ая|ой)|енко|швили|дзе)$/iu

export const endsAsFamilyName = (word: string): boolean => familyEnding.test(word) && !isCommonName(word)

/** Beside which a name's order is not certain; for the person who knows it. */
export const orderRemark = 'Не ясно, где фамилия, а где имя: проверьте.'

export interface NameRemarks {
  familyName?: string
  givenName?: string
  patronymic?: string
}

interface Names {
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string
}

/** What looks odd in the parts of a name, by part; a hint to the person who knows it, never a refusal. Empty = nothing. */
export function nameRemarks({ familyName, givenName, patronymic }: Names): NameRemarks {
  const remarks: NameRemarks = {}
  if (isInitials(familyName)) remarks.familyName = 'Похоже на инициал: нужна фамилия полностью.'
  if (isInitials(givenName)) remarks.givenName = 'Похоже на инициал: нужно имя полностью.'
  if (patronymic !== '' && !isNoPatronymic(patronymic)) {
    if (isInitials(patronymic)) remarks.patronymic = 'Похоже на инициал: нужно отчество полностью.'
    else if (!isPatronymic(patronymic))
      remarks.patronymic = 'Не похоже на отчество: так ли стоят фамилия, имя, отчество?'
  }
  if (isNoPatronymic(patronymic)) remarks.patronymic = 'Если отчества нет, оставьте поле пустым.'
  const isGivenOdd = isPatronymic(givenName) && !isCommonName(givenName)
  if (isGivenOdd) remarks.givenName ??= 'Похоже на отчество: так ли стоят фамилия, имя, отчество?'
  if (isCommonName(familyName) && givenName !== '' && !isCommonName(givenName)) {
    remarks.familyName ??= 'Похоже на имя: так ли стоят фамилия, имя, отчество?'
  }
  if (endsAsFamilyName(givenName) && !endsAsFamilyName(familyName) && !isCommonName(familyName)) {
    remarks.givenName ??= 'Похоже на фамилию: так ли стоят фамилия, имя, отчество?'
  }
  return remarks
}
