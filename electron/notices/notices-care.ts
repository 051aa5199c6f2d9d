import { join } from 'node:path'
import type pino from 'pino'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { makeWaitingNotices, noticeAttention } from './attention-source.ts'
import { makeNoticeFactsStore } from './facts-store.ts'
import { makeLinkAgain } from './link-again.ts'
import { type MailSender, makeMailSender } from './mail-sender.ts'
import { type MailSettingsService, makeMailSettingsService } from './mail-settings-service.ts'
import { makeNoticeDesk, type NoticeWriter } from './notice-desk.ts'
import { makeNoticeService, type NoticeService } from './notice-service.ts'
import { makeNoticeStore, type NoticeStore } from './notice-store.ts'
import { makeNoticeViews } from './notice-view.ts'
import { makeOutbox, type OutboxRunner } from './outbox.ts'
import { makeServerStore } from './server-store.ts'
import { makeTemplateStore, readTemplates } from './template-store.ts'

/** What people ask of notices. */
export type NoticeCalls = NoticeService & {
  readonly mail: MailSettingsService
  /** «Отправить ссылку ещё раз», once for each press. */
  readonly linkAgain: ReturnType<typeof makeLinkAgain>
}

/** Everything about notices, put together. */
export interface NoticesCare {
  readonly service: NoticeCalls
  /** For the services that decide something a citizen is told. */
  readonly desk: NoticeWriter
  readonly store: NoticeStore
  readonly outbox: OutboxRunner
  /** Of all notices this body may have sent, with their {поля}. */
  subjects(): readonly string[]
  /** What asks for somebody on «Сегодня». */
  attention(): readonly AttentionItem[]
  /** What has not gone out yet. */
  waiting(): readonly AttentionItem[]
  /** Once, when it is known who works here. */
  resume(): void
  tick(): void
  close(): Promise<void>
}

export interface NoticesCareDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly announce: (announcement: Announcement) => void
  readonly regulation: Pick<Regulation, 'terms' | 'limits'>
  readonly resourcesDirectory: string
  readonly calendar: () => WorkingCalendar
  /** «Телефон для граждан». */
  readonly phone: () => string
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
  readonly sender?: MailSender
  readonly isHeld?: (receptionId: string | null) => boolean
}

/** Rejects where the words that come with the program are broken. */
export async function makeNoticesCare(deps: NoticesCareDeps): Promise<NoticesCare> {
  const { write, place, clock, phone, regulation } = deps
  const bundled = await readTemplates(join(deps.resourcesDirectory, 'notices'))
  const store = makeNoticeStore(deps)
  const servers = makeServerStore(deps)
  const templates = makeTemplateStore({ ...deps, bundled })
  const facts = makeNoticeFactsStore(deps)
  const views = makeNoticeViews({ store, write, place })
  const { sender = makeMailSender() } = deps
  const onChanged = () => deps.announce({ kind: 'noticesChanged' })
  const appointed = write.prepareRead<{ appointed_at: string }>('select appointed_at from reception where id = ?')
  const outbox = makeOutbox({
    ...{ store, sender, onChanged, clock, log: deps.log, server: servers.read },
    renew: notice => desk.renew(notice),
    ...(deps.isHeld ? { isHeld: deps.isHeld } : {}),
    appointedAt: receptionId => appointed.first(receptionId)?.appointed_at ?? null,
  })
  const desk: NoticeWriter = makeNoticeDesk({
    ...{ store, facts, templates, phone, write, clock, server: servers.read },
    ...{ terms: regulation.terms, calendar: deps.calendar, talkMs: receptionLimits(regulation, 'UTC').talkMs },
    sendSoon() {
      outbox.sendSoon()
      onChanged()
    },
  })
  const mail = makeMailSettingsService({
    ...{ servers, templates, sender, outbox, phone, onChanged },
    waiting: () => store.open('waiting').length,
  })
  const service = makeNoticeService({ store, views, facts, writer: desk, outbox, onChanged, clock })
  return {
    ...{
      service: { ...service, mail, linkAgain: makeLinkAgain({ ...deps, desk, store, views }) },
      desk,
      store,
      outbox,
    },
    subjects: templates.subjects,
    attention: () => noticeAttention({ store, views, outbox, place, clock }),
    waiting: makeWaitingNotices(write, place),
    resume: outbox.resume,
    tick: outbox.tick,
    close: outbox.close,
  }
}
