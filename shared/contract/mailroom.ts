import * as z from 'zod'
import { FieldName, LetterKind, LetterReading, MappingProfile } from '../letters/letter-reading.ts'
import { filePieceBytes, longestLetterBytes } from '../mailroom/limits.ts'
import { MailTrouble } from '../mailroom/mail-trouble.ts'
import { LetterReceiptSource } from '../mailroom/receipt-source.ts'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { ReplyVerdict } from './replies.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })
const Reason = typedText().trim().min(3, 'Укажите причину').max(500, 'Слишком длинно')
const ByLetter = z.strictObject({ letterId: z.uuid() })

export const LetterSource = z.enum(['mail', 'file', 'folder'])
export type LetterSource = z.infer<typeof LetterSource>

/** A letter that is an answer of a citizen as well: what was judged of it, null = nothing yet, and of which application. */
export const LetterAnswer = z.strictObject({ verdict: ReplyVerdict.nullable(), journalNumber: z.int().nullable() })
export type LetterAnswer = z.infer<typeof LetterAnswer>

/** A letter of a list: who wrote and what is missing, nothing of what is written. */
export const LetterLine = z.strictObject({
  id: z.uuid(),
  receivedAt: Moment,
  receiptSource: LetterReceiptSource,
  source: LetterSource,
  kind: LetterKind,
  /** Name the sender gives himself, which anybody can give himself; empty: none, or one dressed as an address. */
  sender: z.string(),
  /** The address the letter says it comes from; empty: none. */
  senderAddress: z.string(),
  /** Mandatory fields of п. 2.2 that were not found, or not understood; null = no application was recognised. */
  missing: z.array(FieldName).nullable(),
  tooBig: z.boolean(),
  /** It stands under «Ответы граждан» as well; null = it does not. */
  answer: LetterAnswer.nullable(),
  /** Why it was set aside; null = it was not. */
  setAside: z.strictObject({ reason: z.string(), authorName: z.string(), at: Moment }).nullable(),
})
export type LetterLine = z.infer<typeof LetterLine>

/** An opened letter. */
export const OpenLetter = z.strictObject({
  id: z.uuid(),
  receivedAt: Moment,
  /** Who says so; of `taken` the day is asked at the registration. */
  receiptSource: LetterReceiptSource,
  source: LetterSource,
  byteLength: z.int().nonnegative(),
  /** More than 25 MB: only the head was taken over. */
  tooBig: z.boolean(),
  /** The raw letter was erased after its term: there is nothing to read any more. */
  erased: z.boolean(),
  setAside: LetterLine.shape.setAside,
  answer: LetterLine.shape.answer,
  /** An application was registered from it already. */
  registered: z.boolean(),
  /** The document masked. */
  reading: LetterReading.nullable(),
  /** Something of the reading is hidden. */
  masked: z.boolean(),
})
export type OpenLetter = z.infer<typeof OpenLetter>

/** Why the document of a letter is opened. */
export const LetterRevealPurpose = z.enum(['control', 'registration'])
export type LetterRevealPurpose = z.infer<typeof LetterRevealPurpose>

/** What became of a file, once its last piece is here. */
export const ImportedLetter = z.strictObject({
  letterId: z.uuid(),
  /** false: this letter was here already, nothing was added. */
  isNew: z.boolean(),
  /** It stands under «Письма»; what answers a letter of ours stands elsewhere. */
  kind: LetterKind,
})
export type ImportedLetter = z.infer<typeof ImportedLetter>

/** What became of the letters a folder showed at one look; `seen` is the sum of the others. */
export const FetchTally = z.strictObject({
  seen: z.int().nonnegative(),
  /** New ones that are here now. */
  stored: z.int().nonnegative(),
  /** Here already. */
  known: z.int().nonnegative(),
  /** Received before the day letters are taken from. */
  earlier: z.int().nonnegative(),
  /** The server showed them and did not give them: asked for again. */
  gone: z.int().nonnegative(),
  /** They could not be kept: asked for again. */
  failed: z.int().nonnegative(),
})
export type FetchTally = z.infer<typeof FetchTally>

export const MailboxState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connecting') }),
  z.strictObject({
    kind: z.literal('connected'),
    since: Moment,
    /** Of the last look at the whole folder; null: it goes on. */
    look: FetchTally.nullable(),
  }),
  z.strictObject({
    kind: z.literal('waiting'),
    trouble: MailTrouble,
    /** Not reached since. */
    since: Moment,
    retryAt: Moment,
  }),
])
export type MailboxState = z.infer<typeof MailboxState>

const oneLine = (longest: number, empty: string) => typedText().trim().min(1, empty).max(longest, 'Слишком длинно')

/** How a mailbox is reached; the secret goes in and never comes out. */
export const MailboxSettings = z.strictObject({
  address: z.email('Проверьте адрес почты').max(254, 'Слишком длинно'),
  host: oneLine(253, 'Укажите сервер').regex(/^[\p{L}\p{N}.:-]+$/u, 'Только имя узла, без «imap://» и пробелов'),
  port: z.int('Порт — целое число').min(1, 'От 1 до 65535').max(65_535, 'От 1 до 65535'),
  security: z.enum(['tls', 'startTls']),
  userName: oneLine(254, 'Укажите имя для входа'),
  authentication: z.enum(['password', 'oauth']),
  folder: oneLine(200, 'Укажите папку'),
  /** Own authority of a closed network: absolute path of a PEM file on this computer; null = those the system trusts. */
  caFile: keptAsTyped().trim().min(1).max(500, 'Слишком длинно').nullable(),
  /** Local date; earlier letters are left alone. */
  since: z.iso.date('Укажите дату'),
})
export type MailboxSettings = z.infer<typeof MailboxSettings>

export const Mailbox = MailboxSettings.extend({ id: z.uuid(), state: MailboxState })
export type Mailbox = z.infer<typeof Mailbox>

const Secret = keptAsTyped().min(1, 'Укажите пароль или токен').max(4000, 'Слишком длинно')
const ChosenMailbox = z.strictObject({
  /** null = a new one. */
  mailboxId: z.uuid().nullable(),
  settings: MailboxSettings,
  /** null = the one that is kept. */
  secret: Secret.nullable(),
})

/** What the server answered to a try. */
export const ProbeAnswer = z.strictObject({
  /** Letters in the folder from the chosen date on. */
  letters: z.int().nonnegative(),
})
export type ProbeAnswer = z.infer<typeof ProbeAnswer>

export const FolderTrouble = z.enum(['missing', 'notPermitted', 'full', 'unreadable'])
export type FolderTrouble = z.infer<typeof FolderTrouble>

export const LetterFolder = z.strictObject({
  /** null = no folder is watched. */
  directory: z.string().nullable(),
  /** Why it cannot be read now; null = it can. */
  trouble: FolderTrouble.nullable(),
})
export type LetterFolder = z.infer<typeof LetterFolder>

const longestSampleCharacters = 200_000
/** Base64 is a third longer than what it carries. */
const longestPieceCharacters = Math.ceil(filePieceBytes / 3) * 4

const readers = allowed('specialist', 'head')
const keepers = allowed('administrator', 'technician')
const mappers = allowed('administrator')

export const mailroom = {
  /** Safe view and what was understood; an event of the log, for it holds personal data. */
  letter: readers.input(ByLetter).output(reply(OpenLetter)),
  /** The reading with the document as it was written; an act of its own in the event log. */
  revealDocument: readers.input(ByLetter.extend({ purpose: LetterRevealPurpose })).output(reply(LetterReading)),
  /** A file piece by piece, in order; null until the last one is here. Refused when it is no letter. */
  importFile: readers
    .input(
      z.strictObject({
        importId: z.uuid(),
        byteLength: z.int().positive('Файл пуст').max(longestLetterBytes, 'Письмо больше 25 МБ'),
        offset: z.int().nonnegative(),
        base64: z.base64().max(longestPieceCharacters),
      }),
    )
    .output(reply(ImportedLetter.nullable())),
  setAside: readers.input(ByLetter.extend({ reason: Reason })).output(reply(z.null())),
  takeBack: readers.input(ByLetter).output(reply(z.null())),

  mailboxes: keepers.output(reply(z.array(Mailbox))),
  /** Connects, signs in, opens the folder and goes; writes nothing. */
  probeMailbox: keepers.input(ChosenMailbox).output(reply(ProbeAnswer)),
  /** Probes first; what the server refuses is not kept. Another server, name or folder is another mailbox. */
  saveMailbox: keepers.input(ChosenMailbox).output(reply(z.array(Mailbox))),
  /** Its letters stay. */
  removeMailbox: keepers.input(z.strictObject({ mailboxId: z.uuid() })).output(reply(z.array(Mailbox))),

  folder: keepers.output(reply(LetterFolder)),
  setFolder: keepers
    .input(z.strictObject({ directory: keptAsTyped().trim().min(1).max(500, 'Слишком длинно').nullable() }))
    .output(reply(LetterFolder)),

  profiles: mappers.output(reply(z.array(MappingProfile))),
  saveProfile: mappers.input(MappingProfile).output(reply(z.array(MappingProfile))),
  removeProfile: mappers.input(z.strictObject({ profileId: z.uuid() })).output(reply(z.array(MappingProfile))),
  /** Reads a sample with the profiles as they would be with this one; keeps nothing of it. */
  tryProfile: mappers
    .input(
      z.strictObject({
        profile: MappingProfile.nullable(),
        /** A whole letter with its head, or only its text. */
        sample: keptAsTyped().trim().min(1, 'Вставьте письмо').max(longestSampleCharacters, 'Слишком длинно'),
      }),
    )
    .output(reply(LetterReading)),
}
