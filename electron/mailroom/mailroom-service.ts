import { isDeepStrictEqual } from 'node:util'
import type { Session } from '../../shared/contract/accounts.ts'
import type {
  ImportedLetter,
  LetterAnswer,
  LetterLine,
  LetterRevealPurpose,
  OpenLetter,
} from '../../shared/contract/mailroom.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'
import { maskReading } from '../../shared/letters/mask-reading.ts'
import type { FileImports, FilePiece } from './file-imports.ts'
import type { KeptReadings } from './kept-readings.ts'
import type { LetterStore, StoredLetter } from './letter-store.ts'

/** «Письма»: what came and was not registered yet, and what was set aside. */
export interface MailroomService {
  /** Who wrote and what is missing in each, as the profiles understand them now. */
  linesOf(letters: readonly StoredLetter[]): Promise<LetterLine[]>
  letter(who: Session, letterId: string): Promise<Reply<OpenLetter>>
  revealDocument(who: Session, letterId: string, purpose: LetterRevealPurpose): Promise<Reply<LetterReading>>
  importFile(who: Session, piece: FilePiece): Promise<Reply<ImportedLetter | null>>
  setAside(who: Session, letterId: string, reason: string): Reply<null>
  takeBack(who: Session, letterId: string): Reply<null>
}

export interface MailroomServiceDeps {
  readonly store: LetterStore
  readonly imports: FileImports
  readonly readings: Pick<KeptReadings, 'of'>
  readonly profiles: () => readonly MappingProfile[]
  readonly announce: (announcement: Announcement) => void
  /** What a letter is as an answer of a citizen; null = it is none. */
  readonly answerOf?: (letterId: string) => LetterAnswer | null
}

/** What the list tells of a letter's text. */
type LetterSays = Pick<LetterLine, 'kind' | 'sender' | 'senderAddress' | 'missing'>

/** Of how many letters the line of the list is remembered: ids, names and field names only, in memory. */
const rememberedLines = 1000

export function makeMailroomService(deps: MailroomServiceDeps): MailroomService {
  const { store, imports, readings, profiles, announce, answerOf = () => null } = deps
  let remembered: { readonly profilesJson: string; readonly lines: Map<string, LetterSays> } = {
    ...{ profilesJson: '', lines: new Map() },
  }

  /** As these profiles understand it. null: erased. */
  async function readingOf(letter: StoredLetter, known: readonly MappingProfile[]): Promise<LetterReading | null> {
    const reading = await readings.of(letter, known)
    return reading !== null && letter.tooBig && !reading.warnings.includes('tooBig')
      ? { ...reading, warnings: [...reading.warnings, 'tooBig'] }
      : reading
  }

  /** What letters say, as these profiles understand them. */
  function linesFor(known: readonly MappingProfile[]): Map<string, LetterSays> {
    const profilesJson = JSON.stringify(known)
    if (remembered.profilesJson !== profilesJson) remembered = { profilesJson, lines: new Map() }
    return remembered.lines
  }

  async function saidBy(letter: StoredLetter, known: readonly MappingProfile[]): Promise<LetterSays> {
    const reading = await readingOf(letter, known)
    return {
      kind: reading?.kind ?? letter.kind,
      sender: reading === null ? '' : nameOf(reading),
      senderAddress: reading?.fromAddress ?? '',
      missing: reading?.application == null ? null : missingOf(reading.application),
    }
  }

  async function linesOf(found: readonly StoredLetter[]): Promise<LetterLine[]> {
    const known = profiles()
    const lines = linesFor(known)
    const letters: LetterLine[] = []
    // One after another: a page of letters of 25 MB need not be in memory at once.
    for (const letter of found) {
      const { id, receivedAt, receiptSource, source, tooBig, setAside } = letter
      let said = lines.get(id)
      if (!said) {
        said = await saidBy(letter, known)
        if (lines.size >= rememberedLines) lines.clear()
        lines.set(id, said)
      }
      letters.push({ id, receivedAt, receiptSource, source, tooBig, setAside, answer: answerOf(id), ...said })
    }
    return letters
  }

  function changed(): Reply<null> {
    announce({ kind: 'mailroomChanged' })
    return done(null)
  }

  return {
    linesOf,
    async letter(who, letterId) {
      const letter = store.byId(letterId)
      if (!letter) return refused('notFound', gone)
      // Before anything of it is shown.
      store.noteViewed(letterId, who.account.id)
      const { kind: _kind, ...facts } = letter
      const whole = await readingOf(letter, profiles())
      const reading = whole && maskReading(whole)
      return done({ ...facts, answer: answerOf(letterId), reading, masked: !isDeepStrictEqual(reading, whole) })
    },
    async revealDocument(who, letterId, purpose) {
      const letter = store.byId(letterId)
      if (!letter) return refused('notFound', gone)
      const reading = await readingOf(letter, profiles())
      if (reading === null) return refused('notFound', 'Текст письма уничтожен по истечении срока хранения.')
      store.noteRevealed(letterId, { accountId: who.account.id, purpose })
      return done(reading)
    },
    importFile: (who, piece) => imports.take(who, piece),
    setAside(who, letterId, reason) {
      const result = store.setAside(letterId, { authorId: who.account.id, reason })
      return result === 'done' ? changed() : refused('stale', stale)
    },
    takeBack(who, letterId) {
      const result = store.takeBack(letterId, { authorId: who.account.id })
      return result === 'done' ? changed() : refused('stale', stale)
    },
  }
}

const gone = 'Такого письма нет. Обновите список.'
const stale = 'С этим письмом уже что-то сделали. Ничего не изменено. Список обновлён.'

/** The name the sender gives himself; one with an address in it would be taken for the address it comes from. */
const nameOf = ({ fromName }: LetterReading): string => (/[@＠﹫]/u.test(fromName) ? '' : fromName.trim())

/** Mandatory fields that are not there, and those that were not understood. */
function missingOf({ missing, fields }: NonNullable<LetterReading['application']>): LetterLine['missing'] {
  const wrong = fields.filter(({ problem }) => problem !== null).map(({ name }) => name)
  return [...new Set([...missing, ...wrong])]
}
