import { randomBytes } from 'node:crypto'
import type { Session } from '../../shared/contract/accounts.ts'
import type { RecordingCard, RecordingDetail } from '../../shared/contract/recordings.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Viewing, ViewingReason, ViewingRule } from '../../shared/recording/viewing.ts'
import { countText, nouns } from '../../shared/text/plural.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Clock } from '../clock.ts'
import { fileInside } from './file-inside.ts'
import type { HoldStore } from './holds/hold-store.ts'
import type { ImportStore } from './import/import-store.ts'
import type { RecordingPresence } from './presence/presence.ts'
import type { SealedFilm } from './proof/verify-sealed.ts'
import type { RecordingEvents } from './recording-events.ts'
import type { RecordingProof } from './recording-proof.ts'
import type { StoredRecording } from './recording-row.ts'
import type { RecordingStore } from './recording-store.ts'

export interface RecordingArchiveDeps {
  readonly store: RecordingStore
  readonly holds: Pick<HoldStore, 'ofRecording'>
  readonly imports: Pick<ImportStore, 'ofRecording'>
  readonly events: Pick<RecordingEvents, 'viewings'>
  /** Account of who held a reception. */
  readonly holderOf: (receptionId: string) => string | null
  readonly settings: () => Pick<Settings, 'ownRecordingDays'>
  readonly eventLog: EventLog
  readonly verify: RecordingProof['verify']
  readonly presence: Pick<RecordingPresence, 'open' | 'proven'>
  /** Of the session in force. */
  readonly sessionLife: () => AbortSignal
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** A file behind a play address. */
export interface PlayableFile {
  readonly path: string
  /** Ends with the session of the person it was handed to; what is being sent then ends too. */
  readonly life: AbortSignal
}

/** Finished recordings: looked through, played and checked. */
export interface RecordingArchive {
  list(who: Session, page: { offset: number; limit: number }): Reply<{ total: number; rows: RecordingCard[] }>
  detail(who: Session, recordingId: string): Reply<RecordingDetail>
  /** `reason`: asked of who did not hold the reception. */
  play(who: Session, recordingId: string, reason: ViewingReason | null): Reply<{ url: string }>
  /** Only writes down who uncovers the document and why; the page then shows it. */
  uncover(who: Session, recordingId: string, reason: ViewingReason): Reply<null>
  viewings(recordingId: string): Reply<Viewing[]>
  verify(
    who: Session,
    recordingId: string,
  ): Promise<Reply<{ intact: boolean; sha256: string; checkedAt: string; decodeErrors: number | null }>>
  /** The file behind a play address; null when it was not handed out, has run out, or its person has left. */
  playableFile(playToken: string): PlayableFile | null
}

/** A working day: a head may leave a recording open over lunch. */
const playAddressMs = 8 * 60 * 60 * 1000

const dayMs = 24 * 60 * 60 * 1000

const notFound = () => refused('notFound', 'Такой видеозаписи нет. Обновите список.')
const headOnly = (days: number) =>
  refused(
    'notAllowed',
    `Специалисту видеозапись доступна ${countText(days, nouns.day)}, потом её открывает руководитель. Видеозапись сохранена и не открыта.`,
  )
const filmForeign = () =>
  refused(
    'fileMissing',
    'На месте файла видеозаписи лежит не он. Ничего не открыто; сообщите руководителю и техническому специалисту.',
  )
const controlOfHead = () => refused('notAllowed', 'Контроль (п. 3.14) проводит руководитель. Ничего не показано.')
const fileMissing = () =>
  refused(
    'fileMissing',
    'Файла видеозаписи нет на месте. Строка журнала сохранена; сообщите руководителю и техническому специалисту.',
  )

export function makeRecordingArchive(deps: RecordingArchiveDeps): RecordingArchive {
  const { store, eventLog, announce, clock } = deps
  /** Addresses die with the process: nothing of them is stored. */
  const addresses = new Map<string, { directory: string; file: string; untilMs: number; life: AbortSignal }>()

  function sealedFile(recordingId: string): Reply<{ path: string; directory: string; film: SealedFilm }> {
    const found = store.byId(recordingId)
    if (!found) return notFound()
    if (found.state !== 'sealed')
      return refused('notFound', 'Видеозапись ещё сохраняется и проверяется. Подождите немного.')
    const lying = deps.presence.open(found)
    if (!lying) return refused('notFound', 'Видеозапись сохранена без отпечатка: сверить её не с чем.')
    if (lying.path === null) return lying.kind === 'foreign' ? filmForeign() : fileMissing()
    return done({ path: lying.path, directory: found.directory, film: lying.film })
  }

  function ruleOf(who: Session, { session: { receptionId, startedAt } }: StoredRecording): ViewingRule {
    const { id, role } = who.account
    const untilMs = Date.parse(startedAt) + deps.settings().ownRecordingDays * dayMs
    if (role !== 'head' && clock.nowMs() > untilMs) return 'headOnly'
    return deps.holderOf(receptionId) === id ? 'own' : 'withReason'
  }

  /** Why this person may not look for this reason; null when they may. */
  function refusalOfView(who: Session, recordingId: string, reason: ViewingReason | null) {
    const found = store.byId(recordingId)
    if (!found) return notFound()
    const rule = ruleOf(who, found)
    if (rule === 'headOnly') return headOnly(deps.settings().ownRecordingDays)
    if (reason === 'control' && who.account.role !== 'head') return controlOfHead()
    if (rule === 'own' || reason !== null) return null
    return refused('badInput', 'Приём вели не вы: укажите, почему открываете видеозапись.', {
      reason: 'Укажите причину',
    })
  }

  return {
    list: (who, page) => done(store.list(page, who.account.id)),
    detail(who, recordingId) {
      const card = store.card(recordingId, who.account.id)
      const found = store.byId(recordingId)
      if (!card || !found) return notFound()
      return done({
        card,
        slip: found.slip,
        trouble: found.trouble,
        holds: [...deps.holds.ofRecording(recordingId)],
        imported: deps.imports.ofRecording(recordingId),
        viewing: ruleOf(who, found),
      })
    },
    play(who, recordingId, reason) {
      const refusal = refusalOfView(who, recordingId, reason)
      if (refusal) return refusal
      const file = sealedFile(recordingId)
      if (!file.ok) return file
      const result = reason ?? 'done'
      eventLog.append({ accountId: who.account.id, kind: 'recordingViewed', objects: { recordingId }, result })
      const now = clock.nowMs()
      for (const [token, { untilMs, life }] of addresses) if (life.aborted || untilMs < now) addresses.delete(token)
      const token = randomBytes(24).toString('base64url')
      const { directory, film } = file.value
      addresses.set(token, { directory, file: film.file, untilMs: now + playAddressMs, life: deps.sessionLife() })
      announce({ kind: 'recordingChanged', recordingId })
      return done({ url: `/recordings/${token}` })
    },
    uncover(who, recordingId, reason) {
      const refusal = refusalOfView(who, recordingId, reason)
      if (refusal) return refusal
      const objects = { recordingId }
      eventLog.append({ accountId: who.account.id, kind: 'documentUncovered', objects, result: reason })
      announce({ kind: 'recordingChanged', recordingId })
      return done(null)
    },
    viewings: recordingId => (store.byId(recordingId) ? done([...deps.events.viewings(recordingId)]) : notFound()),
    async verify(who, recordingId) {
      const file = sealedFile(recordingId)
      if (!file.ok) return file
      const checked = await deps.verify(file.value.directory, file.value.film)
      deps.presence.proven(recordingId, checked.intact)
      const result = checked.intact ? 'intact' : 'notIntact'
      eventLog.append({ accountId: who.account.id, kind: 'recordingVerified', objects: { recordingId }, result })
      return done({ ...checked, checkedAt: new Date(clock.nowMs()).toISOString() })
    },
    playableFile(playToken) {
      const address = addresses.get(playToken)
      if (!address || address.life.aborted || address.untilMs < clock.nowMs()) return null
      // Looked at again: hours may lie between the address and the reading.
      const lying = fileInside(address.directory, address.file)
      return lying.kind === 'here' ? { path: lying.path, life: address.life } : null
    },
  }
}
