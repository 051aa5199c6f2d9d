import type { Session } from '../../shared/contract/accounts.ts'
import type { ImportedLetter } from '../../shared/contract/mailroom.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Intake } from './intake.ts'
import { looksLikeLetter } from './letter-hashes.ts'

export interface FilePiece {
  readonly importId: string
  readonly byteLength: number
  readonly offset: number
  readonly base64: string
}

/** Letters handed over as files, piece by piece; at most one of them lies unfinished in memory. */
export interface FileImports {
  /** null until the last piece is here. */
  take(who: Session, piece: FilePiece): Promise<Reply<ImportedLetter | null>>
}

export interface FileImportsDeps {
  readonly intake: Intake
  readonly eventLog: EventLog
}

const outOfOrder = 'Файл пришёл не целиком. Ничего не записано. Выберите его ещё раз.'
const noLetter =
  'Это не письмо: в начале файла нет заголовков. Ничего не записано. Сохраните письмо в почтовой программе как файл .eml.'

export function makeFileImports({ intake, eventLog }: FileImportsDeps): FileImports {
  let open: { readonly importId: string; readonly accountId: string; readonly bytes: Buffer; filled: number } | null =
    null
  return {
    async take({ account }, { importId, byteLength, offset, base64 }) {
      // A new file takes the place of one whose page has gone.
      if (offset === 0) open = { importId, accountId: account.id, bytes: Buffer.alloc(byteLength), filled: 0 }
      const piece = Buffer.from(base64, 'base64')
      const fits =
        open !== null &&
        open.importId === importId &&
        open.accountId === account.id &&
        open.bytes.length === byteLength &&
        open.filled === offset &&
        offset + piece.length <= byteLength
      if (open === null || !fits) {
        open = null
        return refused('stale', outOfOrder)
      }
      piece.copy(open.bytes, offset)
      open.filled += piece.length
      if (open.filled < byteLength) return done(null)
      const raw = open.bytes
      open = null
      if (!looksLikeLetter(raw)) return refused('importRefused', noLetter)
      const taken = await intake.take({
        ...{ source: 'file', raw, byteLength, tooBig: false, internalDateMs: null, sighting: null },
      })
      const objects = { letterId: taken.letterId }
      eventLog.append({ accountId: account.id, kind: 'letterImported', objects, result: 'done' })
      return done(taken)
    },
  }
}
