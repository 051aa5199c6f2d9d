import type { Session } from '../../shared/contract/accounts.ts'
import type { MadePaper, NewSigning, Rejection, RejectionDraft } from '../../shared/contract/rejections.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { type AnnexTwoFields, annexTwoFields, earlierAnswerText } from '../../shared/rejections/annex-two.ts'
import { formatLocalDate, localDate, localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import { mediaTypes } from '../documents/media-types.ts'
import type { AnnexTwoPapers } from './annex-two-papers.ts'
import { faultOfDecisionDay, judgeDraft } from './judge-draft.ts'
import { readSignedFiles } from './read-signed-files.ts'
import type { RejectionStore } from './rejection-store.ts'
import { makeRejectionView, refusalToReject } from './rejection-view.ts'

export interface RejectionServiceDeps {
  readonly store: RejectionStore
  readonly papers: AnnexTwoPapers
  readonly canPrint: boolean
  readonly accountName: (accountId: string) => string
  /** Full names of the heads of the body, for the signature. */
  readonly headNames: () => readonly string[]
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** «Отклонить…» (п. 2.7): draft, signature, sending. */
export interface RejectionService {
  ofApplication(who: Session, applicationId: string): Reply<Rejection>
  save(
    who: Session,
    order: { applicationId: string; draft: RejectionDraft; quote: string | null; forSigning: boolean },
  ): Reply<Rejection>
  withdraw(who: Session, applicationId: string): Reply<Rejection>
  paper(order: { applicationId: string; format: 'docx' | 'pdf' }): Promise<Reply<MadePaper>>
  sign(who: Session, order: NewSigning): Reply<Rejection>
  send(who: Session, applicationId: string): Reply<Rejection>
  giveOtherwise(who: Session, order: { applicationId: string; note: string; givenOn: string }): Reply<Rejection>
  signedFile(who: Session, order: { applicationId: string; position: number }): Reply<MadePaper>
  revealQuote(who: Session, applicationId: string): Reply<{ quote: string }>
  tellHead(who: Session, applicationId: string): Reply<Rejection>
}

const notFound = () => refused('notFound', 'Такой заявки нет. Обновите список.')
const wrong = (faults: Readonly<Record<string, string>>) =>
  refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { ...faults })

export function makeRejectionService(deps: RejectionServiceDeps): RejectionService {
  const { store, papers, announce, clock } = deps
  const view = makeRejectionView(deps)
  const today = ({ body }: Session): string => localDate(clock.nowMs(), body.timeZone)

  function changed(who: Session, applicationId: string): Reply<Rejection> {
    announce({ kind: 'rejectionChanged', applicationId })
    return ofApplication(who, applicationId)
  }

  function ofApplication(who: Session, applicationId: string): Reply<Rejection> {
    const found = view(who, applicationId)
    return found ? done(found) : notFound()
  }

  function fieldsOf(applicationId: string): AnnexTwoFields | null {
    const stored = store.lastDraft(applicationId)
    if (!stored || stored.state === 'withdrawn') return null
    const earlierAnswer = earlierAnswerText(stored.draft, store.earlier(applicationId))
    return annexTwoFields({ ...stored.draft, earlierAnswer })
  }

  return {
    ofApplication,
    save(who, { applicationId, draft, quote, forSigning }) {
      const application = store.application(applicationId)
      if (!application) return notFound()
      const whyNot = refusalToReject(store, applicationId)
      if (whyNot !== null) return refused('refusedByRule', `${whyNot} Ничего не записано.`)
      const faults = judgeDraft({
        ...{ draft, quote, application, today: today(who) },
        hasQuote: store.lastQuote(applicationId) !== null,
        earlierIds: store.earlier(applicationId).map(({ id }) => id),
      })
      if (Object.keys(faults).length > 0) return wrong(faults)
      const state = forSigning ? 'toSign' : 'draft'
      const saved = store.saveDraft({ applicationId, draft, quote, state, authorId: who.account.id })
      return saved ? changed(who, applicationId) : stale()
    },
    withdraw(who, applicationId) {
      const last = store.lastDraft(applicationId)
      if (!last || last.state === 'withdrawn') return refused('stale', 'Проекта решения нет: отзывать нечего.')
      const order = {
        applicationId,
        draft: last.draft,
        quote: null,
        state: 'withdrawn',
        authorId: who.account.id,
      } as const
      return store.saveDraft(order) ? changed(who, applicationId) : stale()
    },
    async paper({ applicationId, format }) {
      const application = store.application(applicationId)
      const fields = fieldsOf(applicationId)
      if (!application || !fields) return refused('notFound', 'Проекта решения нет: сначала сохраните его.')
      if (format === 'pdf' && !deps.canPrint) {
        return refused('notAvailableHere', 'Здесь нечем сделать PDF: браузер не найден. Откройте решение в Word.')
      }
      const name = `Решение об отклонении заявки № ${application.journalNumber}`
      try {
        const content = await papers[format](fields)
        return done({ name: `${name}.${format}`, mediaType: mediaTypes[format], base64: content.toString('base64') })
      } catch {
        return refused(
          'internal',
          `Файл ${format.toUpperCase()} не удалось сделать. Проект решения сохранён; попробуйте другой вид файла.`,
        )
      }
    },
    sign(who, order) {
      const { applicationId, decidedOn } = order
      const application = store.application(applicationId)
      if (!application) return notFound()
      const dayFault = faultOfDecisionDay(decidedOn, { receivedOn: application.receivedOn, today: today(who) })
      if (dayFault !== null) return wrong({ decidedOn: dayFault })
      const reading = readSignedFiles(order, application.journalNumber)
      if (!reading.ok) return wrong(reading.faults)
      // Terms count from the day: of an earlier one its noon stands for it, today the moment itself.
      const noon = localToInstant(`${decidedOn}T12:00`, who.body.timeZone)
      const decidedAt =
        decidedOn === today(who) || noon === null ? new Date(clock.nowMs()).toISOString() : new Date(noon).toISOString()
      const { kind } = order
      const signed = store.sign({
        ...{ applicationId, kind, decidedOn, decidedAt, files: reading.files, authorId: who.account.id },
      })
      if (!signed) return stale()
      announce({ kind: 'journalChanged' })
      return changed(who, applicationId)
    },
    send(who, applicationId) {
      const sent = store.send(applicationId, who.account.id, today(who))
      if (sent === 'noAddress') {
        return refused(
          'refusedByRule',
          'В заявке нет адреса электронной почты: направить решение некуда. Вручите его иначе и отметьте это. Ничего не отправлено.',
        )
      }
      return sent === 'stale' ? unsent() : changed(who, applicationId)
    },
    giveOtherwise(who, { applicationId, note, givenOn }) {
      const signing = store.signing(applicationId)
      if (!signing) return unsent()
      if (givenOn > today(who)) return wrong({ givenOn: 'Этот день ещё не наступил' })
      if (givenOn < signing.decidedOn) {
        return wrong({ givenOn: `Решение подписано ${formatLocalDate(signing.decidedOn)}, раньше его вручить нельзя` })
      }
      const given = store.giveOtherwise({ applicationId, note, givenOn, authorId: who.account.id })
      return given ? changed(who, applicationId) : unsent()
    },
    signedFile(who, { applicationId, position }) {
      const file = store.file(applicationId, position)
      if (!file) return refused('notFound', 'Такого файла нет.')
      store.noteOpened(applicationId, who.account.id, 'rejectionFileOpened')
      return done({ name: file.name, mediaType: file.mediaType, base64: file.content.toString('base64') })
    },
    revealQuote(who, applicationId) {
      const quote = store.lastQuote(applicationId)
      if (quote === null) return refused('notFound', 'Выражения из заявки не записаны.')
      store.noteOpened(applicationId, who.account.id, 'abuseQuoteRevealed')
      return done({ quote })
    },
    tellHead(who, applicationId) {
      if (!store.application(applicationId)) return notFound()
      if (!store.tellHead(applicationId, who.account.id)) return refused('stale', 'Руководителю уже сообщили.')
      announce({ kind: 'journalChanged' })
      return changed(who, applicationId)
    },
  }
}

const stale = () =>
  refused('stale', 'Решение по этой заявке уже изменилось: ваше действие не записано. Откройте её заново.')
const unsent = () => refused('stale', 'Решение не подписано или уже направлено. Ничего не отправлено.')
