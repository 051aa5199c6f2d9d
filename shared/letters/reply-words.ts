import { beside, besideRefusal, confirmations, confirmingWord, courtesies, doubts, refusals } from './answer-phrases.ts'
import { visibleText } from './hidden-signs.ts'
import type { ReplyReading } from './letter-reading.ts'
import { isName } from './signature-name.ts'

const polite = new Set(courtesies)
const neutral = new Set([...courtesies, ...beside])
const confirming = new Set([...confirmations, ...neutral])
const refusalsOnly = new Set(refusals)
const refusing = new Set([...refusals, ...courtesies, ...besideRefusal])
const longestPhraseWords = 7
const longestWordsSigns = 300
/** Begin why somebody refuses; «как» and «что» ask nothing in them. */
const reasons = /так как|потому что/gu
/** Longer letters say more than yes or no. */
const longestAnswerSigns = 4_000

/**
 * What a reply seems to say, from the sender's own words; a person decides (п. 2.5). A confirmation is a whole short answer
 * of the closed list, with courtesies and a signature beside it and not a word more. A refusal is a whole clause of its
 * list, and nothing in the letter confirms, doubts, asks or sets a condition. All else is unclear.
 */
export function readReply(words: string): ReplyReading {
  const unclear: ReplyReading = { proposal: 'unclear', words: '' }
  const text = visibleText(words).normalize('NFC').trim()
  if (text === '' || text.length > longestAnswerSigns) return unclear
  const clauses = clausesOf(withoutGladSigns(text))
  // A question, a sad face, a figure, any sign the lists do not know: a person reads it.
  const isPlain = clauses.every(({ isPlain: plain }) => plain)
  const found = clauses.map(judge)
  const of = (kind: Judged) => clauses.filter((_, index) => found[index] === kind).map(({ said }) => said)
  const shown = (kind: Judged) => of(kind).join(', ').slice(0, longestWordsSigns)
  if (isPlain && found.includes('confirms') && found.every(kind => kind === 'confirms' || kind === 'beside')) {
    return { proposal: 'confirms', words: shown('confirms') }
  }
  const spoken = clauses.flatMap(({ low }) => low.replaceAll(reasons, ' ').split(' '))
  const refused = clauses.filter((_, index) => found[index] === 'declines')
  const others = clauses.filter((_, index) => found[index] !== 'declines').flatMap(({ low }) => low.split(' '))
  const isOpen =
    text.includes('?') ||
    deniedOverComma.test(lowered(text)) ||
    spoken.some(word => doubts.some(doubt => doubt.test(word)))
  if (refused.length === 0 || isOpen || others.some(word => confirmingWord.test(word))) return unclear
  return { proposal: 'declines', words: shown('declines') }
}

/** A comma that parts nothing: «Отменить, не надо». */
const deniedOverComma = /(?<!\p{L})отменить(?: \p{L}+){0,3}, не (?:надо|нужно|требуется|хочу|прошу)/u

type Judged = 'confirms' | 'declines' | 'beside' | 'unknown'

interface Clause {
  /** As it was written, without the signs around it. */
  readonly said: string
  /** In small letters, «е» for «ё», one blank between words. */
  readonly low: string
  /** Nothing stands in it but Cyrillic words. */
  readonly isPlain: boolean
  /** Ends the letter after something else: a surname alone may stand there. */
  readonly signs: boolean
}

/** Signs that add gladness and no sense. Whatever else stands there, a thumb turned down too, is no plain word. */
const gladSigns = /[👍👌🙏🙂😊😀😃😄😁☺✅❤🌹💐👏🤝]\p{Emoji_Modifier}?/gu
const smiles = /[:;=]?-?\)+/gu
function withoutGladSigns(text: string): string {
  const dry = text.replaceAll(gladSigns, ' ')
  // A bracket that closes one that was opened is no smile.
  return dry.includes('(') ? dry : dry.replaceAll(smiles, ' ')
}

/** Negation, like every thought, ends where a sign divides: «Не надо, отменяйте» is two clauses. */
function clausesOf(text: string): readonly Clause[] {
  const pieces = text
    // «Иванов И. И.»: the points of initials divide nothing.
    .replaceAll(/(?<!\p{L})(\p{Lu})\.(?=\s*(?:\p{Lu}|[\n,;)]|$))/gu, '$1 ')
    .split(/[.!;:,…"«»“”„\n]+|\s[-–—]+\s|^\s*[-–—]+/mu)
    .map(piece => piece.trim().replaceAll(/\s+/gu, ' '))
    .filter(piece => piece !== '')
  return pieces.map((piece, index) => ({
    said: piece,
    low: lowered(piece),
    isPlain: /^[\p{Script=Cyrillic}\s-]+$/u.test(piece),
    signs: index > 0 && index === pieces.length - 1,
  }))
}

const lowered = (text: string): string =>
  text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim()

function judge({ said, low, signs }: Clause): Judged {
  if (isMadeOf(low, neutral)) return 'beside'
  if (isName(said.split(' '), { signs })) return 'beside'
  if (isMadeOf(low, confirming)) return 'confirms'
  if (isMadeOf(low, refusing, refusalsOnly)) return isDenied.test(low) ? 'unknown' : 'declines'
  const rest = withoutName(said, signs)
  return rest === null ? 'unknown' : judge({ said: rest, low: lowered(rest), signs: false, isPlain: true })
}

/** «Отменить не надо», «Не подтверждаю отказ»: a refusal and a «не» in one thought, and nobody knows which governs which. */
const isDenied = /(?=.*(?:^| )не )(?=.*(?:^| )(?:отмен|отказ|откаж))/u

/** «Спасибо Иванов», «Подтверждаю участие Анна Сергеевна»: the clause without the name in it; null: there is none. */
function withoutName(said: string, signs: boolean): string | null {
  const words = said.split(' ')
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const rest = [...words.slice(0, from), ...words.slice(from + length)]
      // A surname alone is a signature only after a word of parting.
      const mayBeAlone = signs && from + length === words.length && isMadeOf(lowered(rest.join(' ')), polite)
      if (isName(words.slice(from, from + length), { signs: mayBeAlone })) return rest.join(' ')
    }
  }
  return null
}

/** Whether a clause is nothing but phrases of a list, one after another; of `needed` at least one. */
function isMadeOf(low: string, list: ReadonlySet<string>, needed: ReadonlySet<string> | null = null): boolean {
  const words = low.split(' ')
  // From which word on everything so far is explained; with whether a needed phrase was among it.
  const reached = new Map<number, boolean>([[0, needed === null]])
  for (let from = 0; from < words.length; from++) {
    const isEnough = reached.get(from)
    if (isEnough === undefined) continue
    for (let to = from + 1; to <= Math.min(words.length, from + longestPhraseWords); to++) {
      const phrase = words.slice(from, to).join(' ')
      if (!list.has(phrase)) continue
      reached.set(to, (reached.get(to) ?? false) || isEnough || (needed?.has(phrase) ?? false))
    }
  }
  return reached.get(words.length) ?? false
}
