import { randomBytes, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type pino from 'pino'
import type { Session } from '../../../shared/contract/accounts.ts'
import { importPath } from '../../../shared/contract/recordings.ts'
import { done, type Reply, refused } from '../../../shared/contract/reply.ts'
import type { Announcement } from '../../../shared/contract/workplace.ts'
import {
  type ImportFacts,
  type ImportRefusal,
  type ImportWarning,
  importLimits,
  importRefusalText,
} from '../../../shared/recording/import.ts'
import {
  manifestFileName,
  type RecordingSession,
  sessionFileName,
  slipFileName,
} from '../../../shared/recording/part-log.ts'
import type { SlipThresholds } from '../../../shared/recording/slip.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import type { Clock } from '../../clock.ts'
import type { WriteDb } from '../../database/handles.ts'
import type { FilmHash } from '../proof/hash-film.ts'
import type { RecordedReception } from '../recorded-reception.ts'
import type { RecordingStore } from '../recording-store.ts'
import { type ForeignPapersFacts, foreignManifest, foreignSlip } from './foreign-papers.ts'
import type { ImportStore } from './import-store.ts'
import type { Inbox } from './inbox.ts'
import type { ForeignReading } from './read-foreign-file.ts'

export interface ImportServiceDeps {
  readonly inbox: Inbox
  readonly readFile: (file: string, signal: AbortSignal) => Promise<ForeignReading>
  readonly store: Pick<RecordingStore, 'insertForeign' | 'byReception' | 'known'>
  readonly imports: Pick<ImportStore, 'insert' | 'isKnown'>
  readonly write: Pick<WriteDb, 'transaction'>
  readonly receptionOf: (who: Session, receptionId: string) => Reply<RecordedReception>
  /** The session of a recording of this reception that began at this instant, with a new id and its retention. */
  readonly sessionFor: (who: Session, recordingId: string, reception: RecordedReception) => RecordingSession
  readonly directoryOf: (session: RecordingSession) => string
  /** Bytes on the disk of the recordings beyond what the next reception needs. */
  readonly spareBytes: () => Promise<number>
  /** Of the session in force. */
  readonly sessionLife: () => AbortSignal
  readonly thresholds: SlipThresholds
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
  readonly log: pino.Logger
}

/** Takes over a file made by Telemost's own recorder (п. 3.6): upload, check, the person's word, then all or nothing. */
export interface ImportService {
  begin(
    who: Session,
    file: { receptionId: string; fileName: string; byteLength: number },
  ): Promise<Reply<{ importId: string; url: string }>>
  /** The bytes behind the address handed out by `begin`; the answer is a status of HTTP. */
  receive(token: string, body: Readable): Promise<204 | 400 | 404>
  check(who: Session, importId: string): Promise<Reply<ImportFacts>>
  accept(
    who: Session,
    choice: { importId: string; despite: readonly ImportWarning[] },
  ): Promise<Reply<{ recordingId: string }>>
  cancel(who: Session, importId: string): Promise<Reply<null>>
  /** At start: removes what a kill left in the inbox. */
  tidy(): Promise<void>
  /** Ends what is under way; nothing of it is kept. */
  close(): Promise<void>
}

/** One file at a time: a workplace has one person. */
interface Underway {
  readonly importId: string
  readonly token: string
  readonly accountId: string
  readonly reception: RecordedReception
  readonly fileName: string
  readonly byteLength: number
  readonly abort: AbortController
  /** Its address is or was used: it is good for one file. One that was cut off has left nothing and may come again. */
  isTaken: boolean
  received: FilmHash | null
  checked: { readonly facts: ImportFacts; readonly papers: ForeignPapersFacts } | null
}

const refusedFile = (refusal: ImportRefusal) => refused('importRefused', importRefusalText(refusal))
const gone = () =>
  refused('notFound', 'Этот файл больше не ждёт добавления. Ничего не добавлено. Выберите его ещё раз.')

export function makeImportService(deps: ImportServiceDeps): ImportService {
  const { inbox, store, imports, clock, log } = deps
  let underway: Underway | null = null

  async function drop(one: Underway): Promise<void> {
    one.abort.abort()
    if (underway === one) underway = null
    await inbox.forget(one.importId)
  }
  const mine = (who: Session, importId: string): Underway | null =>
    underway?.importId === importId && underway.accountId === who.account.id ? underway : null

  function warningsOf(reception: RecordedReception, madeAt: string | null, timeZone: string): ImportWarning[] {
    const heldOn = localDate(reception.connectedAt ?? reception.appointedAt, timeZone)
    const hasOwn = store.byReception(reception.receptionId).some(({ state }) => state !== 'sealFailed')
    return [
      ...(madeAt === null ? (['noDate'] as const) : []),
      ...(madeAt !== null && localDate(madeAt, timeZone) !== heldOn ? (['anotherDay'] as const) : []),
      ...(hasOwn ? (['hasOwnRecording'] as const) : []),
    ]
  }

  async function check(who: Session, one: Underway, received: FilmHash): Promise<Reply<ImportFacts>> {
    if (imports.isKnown(received.sha256)) {
      await drop(one)
      return refusedFile('alreadyImported')
    }
    const reading = await deps.readFile(inbox.uploadOf(one.importId), one.abort.signal)
    if (!reading.ok) {
      await drop(one)
      return refusedFile(reading.refusal)
    }
    const { connectedAt, endedAt } = one.reception
    const papers: ForeignPapersFacts = {
      session: deps.sessionFor(who, one.importId, one.reception),
      file: reading.file,
      ...received,
      talkMs: connectedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(connectedAt),
      thresholds: deps.thresholds,
      nowMs: clock.nowMs(),
    }
    const { madeAt } = reading.file.facts
    const facts: ImportFacts = {
      importId: one.importId,
      ...received,
      madeAt,
      slip: foreignSlip(papers),
      warnings: warningsOf(one.reception, madeAt, who.body.timeZone),
    }
    one.checked = { facts, papers }
    return done(facts)
  }

  return {
    async begin(who, { receptionId, fileName, byteLength }) {
      if (byteLength > importLimits.mostBytes) return refusedFile('tooLarge')
      const reception = deps.receptionOf(who, receptionId)
      if (!reception.ok) return reception
      if (!reception.value.begun) {
        return refused('refusedByRule', 'Приём ещё не начинался: записи у него быть не может. Ничего не добавлено.')
      }
      const life = deps.sessionLife()
      if (underway) await drop(underway)
      const importId = randomUUID()
      // A file that fills the disk would stop the next reception's recording.
      if ((await deps.spareBytes()) < byteLength) return refusedFile('noRoom')
      if (life.aborted) return gone()
      const token = randomBytes(24).toString('base64url')
      underway = {
        ...{ importId, token, accountId: who.account.id, reception: reception.value, fileName, byteLength },
        abort: new AbortController(),
        isTaken: false,
        received: null,
        checked: null,
      }
      const begun = underway
      life.addEventListener('abort', () => void drop(begun), { once: true, signal: begun.abort.signal })
      return done({ importId, url: importPath(token) })
    },

    async receive(token, body) {
      const one = underway
      if (!one || one.token !== token || one.isTaken) return 404
      one.isTaken = true
      const stop = () => body.destroy()
      one.abort.signal.addEventListener('abort', stop)
      try {
        one.received = await inbox.receive(one.importId, body, one.byteLength)
        return 204
      } catch (error) {
        log.warn({ importId: one.importId, error: error instanceof Error ? error.name : 'unknown' }, 'upload cut off')
        await inbox.forget(one.importId)
        one.isTaken = one.abort.signal.aborted
        return 400
      } finally {
        one.abort.signal.removeEventListener('abort', stop)
      }
    },

    async check(who, importId) {
      const one = mine(who, importId)
      if (!one) return gone()
      if (one.checked) return done(one.checked.facts)
      if (!one.received) return refusedFile('incomplete')
      try {
        return await check(who, one, one.received)
      } catch (error) {
        if (one.abort.signal.aborted) return gone()
        await drop(one)
        throw error
      }
    },

    async accept(who, { importId, despite }) {
      const one = mine(who, importId)
      if (!one?.checked) return gone()
      const { facts, papers } = one.checked
      if (!facts.warnings.every(warning => despite.includes(warning))) {
        return refused('refusedByRule', 'Сначала подтвердите предупреждения о файле. Файл ещё не добавлен.')
      }
      underway = null
      one.abort.abort()
      const lying = await inbox.hash(importId)
      if (lying.sha256 !== facts.sha256 || lying.byteLength !== facts.byteLength) {
        log.error({ importId }, 'file changed between its check and its acceptance')
        await inbox.forget(importId)
        return refusedFile('changed')
      }
      const { session } = papers
      const sealed = { manifest: foreignManifest(papers), slip: facts.slip }
      await inbox.accept(importId, {
        directory: deps.directoryOf(session),
        fileName: sealed.manifest.file,
        papers: { [sessionFileName]: session, [manifestFileName]: sealed.manifest, [slipFileName]: sealed.slip },
        commit: () =>
          deps.write.transaction(() => {
            store.insertForeign({ session, directory: deps.directoryOf(session), author: who, sealed })
            imports.insert({
              recordingId: importId,
              source: 'telemost',
              importedAt: new Date(clock.nowMs()).toISOString(),
              importedBy: who.account.id,
              originalName: one.fileName,
              sha256: facts.sha256,
              byteLength: facts.byteLength,
              madeAt: facts.madeAt,
              warnings: facts.warnings,
            })
          }),
      })
      log.info({ recordingId: importId, verdict: sealed.slip.verdict }, 'recording of another program taken over')
      deps.announce({ kind: 'recordingChanged', recordingId: importId })
      deps.announce({ kind: 'receptionChanged', receptionId: session.receptionId })
      deps.announce({ kind: 'journalChanged' })
      return done({ recordingId: importId })
    },

    async cancel(who, importId) {
      const one = mine(who, importId)
      if (one) await drop(one)
      return done(null)
    },

    tidy: () => inbox.tidy(recordingId => store.known(recordingId)),
    close: async () => {
      if (underway) await drop(underway)
    },
  }
}
