/** Given names people sign with; a word that is none of these, no patronymic and no surname is not taken for a name. */
const givenNames = new Set(
  `александр александра алексей алена алина алла альбина анастасия анатолий ангелина андрей анжела анна антон антонина
  аркадий арсений артем артур богдан борис вадим валентин валентина валерий валерия василий вера вероника виктор виктория
  виталий владимир владислав вячеслав галина геннадий георгий герман григорий даниил данила дарья денис дина динара дмитрий
  евгений евгения егор екатерина елена елизавета жанна зинаида зоя иван игорь илья инна ирина кирилл клавдия константин
  кристина ксения лариса лев леонид лидия лилия людмила любовь маргарита марат марина мария марк марья матвей михаил
  надежда наталия наталья никита николай нина оксана олег олеся ольга павел петр полина раиса регина ренат ринат роман
  руслан рустам светлана семен сергей снежана софия софья станислав степан таисия тамара татьяна тимофей тимур ульяна
  федор эдуард элина эльвира эмма юлия юрий яков яна ярослав`.split(/\s+/u),
)
const patronymic = /(?:[ое]вич|ьич|[ое]вна|инична|никитична|саввична)$/u
const surname = /(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|[сц]кий|[сц]кая|[сц]кой|енко|чук|юк|швили|дзе)$/u
/** End like surnames and are none; a word with «не» before it says too much to be a name at all. */
const noSurname =
  /^(?:не.*|готова?|здорова?|сурова?|нова|слева|один|половина|причина|машина|картина|женщина|мужчина|новина|тишина|гражданин|господин|магазин|слова?|снова|основа|голова|сова)$/u

const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word)
/** Written as names are: «Иванов», «Анна-Мария». */
const isWrittenAsName = (word: string): boolean => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word)
const low = (word: string): string => word.toLocaleLowerCase('ru').replaceAll('ё', 'е')
const isSurname = (word: string): boolean => surname.test(low(word)) && !noSurname.test(low(word))
const isGiven = (word: string): boolean => givenNames.has(low(word)) || patronymic.test(low(word))

/**
 * Whether the words of a clause, as they were written, are somebody's name and nothing else: each a given name, a
 * patronymic, an initial or of the form of a surname. A surname alone counts only where a signature stands.
 */
export function isName(words: readonly string[], { signs }: { readonly signs: boolean }): boolean {
  if (words.length === 0 || words.length > 4) return false
  const isEach = words.every(word => isInitial(word) || (isWrittenAsName(word) && (isGiven(word) || isSurname(word))))
  return isEach && (signs || words.some(word => isInitial(word) || isGiven(word))) && !words.every(isInitial)
}
