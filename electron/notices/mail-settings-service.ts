import type { Session } from '../../shared/contract/accounts.ts'
import type {
  EnteredServer,
  NoticePreview,
  NoticeTemplate,
  OutgoingServerView,
  ProbeResult,
} from '../../shared/contract/notices.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { inventedFacts } from '../../shared/notices/invented-facts.ts'
import { NoticeKind } from '../../shared/notices/notice-kind.ts'
import { fillTemplate, type NoticeWords, templateFaults } from '../../shared/notices/notice-template.ts'
import { noticeValues } from '../../shared/notices/notice-values.ts'
import { OriginBoundSecret } from '../secrets/origin-bound-secret.ts'
import type { MailSender, SendResult } from './mail-sender.ts'
import type { OutboxRunner } from './outbox.ts'
import { originOfServer, type ServerStore, type StoredServer } from './server-store.ts'
import type { TemplateStore } from './template-store.ts'
import { testLetter } from './test-letter.ts'

export interface MailSettingsDeps {
  readonly servers: ServerStore
  readonly templates: TemplateStore
  readonly sender: MailSender
  readonly outbox: Pick<OutboxRunner, 'state' | 'tryNow'>
  readonly waiting: () => number
  readonly phone: () => string
  readonly onChanged: () => void
}

type Words = NoticeWords & { readonly kind: NoticeKind }

/** «Настройки» → «Почта», as far as letters go out: their server and their words. */
export interface MailSettingsService {
  templates(): Reply<NoticeTemplate[]>
  previewTemplate(who: Session, words: Words): Reply<NoticePreview>
  saveTemplate(who: Session, words: Words): Reply<NoticeTemplate>
  restoreTemplate(who: Session, kind: NoticeKind): Reply<NoticeTemplate>
  server(): Reply<OutgoingServerView>
  probe(entered: EnteredServer, testTo: string | null): Promise<Reply<ProbeResult>>
  probeStored(): Promise<Reply<ProbeResult>>
  saveServer(who: Session, entered: EnteredServer, anyway: boolean): Promise<Reply<OutgoingServerView>>
}

export function makeMailSettingsService(deps: MailSettingsDeps): MailSettingsService {
  const { servers, templates, sender, outbox } = deps

  function view(): Reply<OutgoingServerView> {
    const stored = servers.read()
    const { state, reason } = outbox.state()
    if (stored === null) return done({ server: null, hasSecret: false, state, reason, waiting: deps.waiting() })
    const { secret, ...server } = stored
    return done({ server, hasSecret: hasValue(secret), state, reason, waiting: deps.waiting() })
  }

  /** With the secret that is stored, where none was entered; a stored one never goes to another address. */
  function completed({ secret: typed, ...server }: EnteredServer): Reply<StoredServer> {
    const origin = originOfServer(server)
    if (server.authentication === 'none') return done({ ...server, secret: new OriginBoundSecret('', origin) })
    if (server.userName === '') return faults({ userName: 'Впишите имя пользователя' })
    if (typed !== null && typed !== '') return done({ ...server, secret: new OriginBoundSecret(typed, origin) })
    const kept = servers.read()?.secret
    if (kept?.revealFor(origin)) return done({ ...server, secret: kept })
    return faults({ secret: kept && hasValue(kept) ? secretOfAnother : 'Впишите пароль или токен' })
  }

  const faults = (fields: Record<string, string>) =>
    refused('badInput', 'Проверьте выделенные поля. Сервер не изменён.', fields)

  return {
    templates: () => done(NoticeKind.options.map(templates.current)),
    previewTemplate({ body }, { kind, ...words }) {
      const wrong = templateFaults(kind, words)
      if (Object.keys(wrong).length > 0) return refused('badInput', 'Проверьте выделенные поля.', wrong)
      const facts = inventedFacts({ kind, bodyName: body.name, timeZone: body.timeZone, phone: deps.phone() })
      return done({ ...fillTemplate(words, noticeValues(facts)), hasCalendar: kind !== 'rejection' })
    },
    saveTemplate(who, { kind, ...words }) {
      const wrong = templateFaults(kind, words)
      if (Object.keys(wrong).length > 0) {
        return refused('badInput', 'Проверьте выделенные поля. Текст не изменён.', wrong)
      }
      templates.save(kind, words, who.account.id)
      deps.onChanged()
      return done(templates.current(kind))
    },
    restoreTemplate(who, kind) {
      if (templates.current(kind).isOwn) templates.save(kind, null, who.account.id)
      deps.onChanged()
      return done(templates.current(kind))
    },
    server: view,
    async probe(entered, testTo) {
      const whole = completed(entered)
      if (!whole.ok) return whole
      const { value: server } = whole
      const found = await sender.probe(server)
      if (found.outcome !== 'accepted' || testTo === null) return done(asProbe(found))
      const { letter, envelopeId } = await testLetter(server, testTo)
      const sent = await sender.send(server, letter, testTo, envelopeId)
      return done(
        sent.outcome === 'accepted'
          ? { works: true, answer: 'Сервер принял пробное письмо. Проверьте, что оно пришло.' }
          : asProbe(sent),
      )
    },
    async probeStored() {
      const stored = servers.read()
      if (stored === null) return refused('notFound', 'Сервер исходящей почты ещё не указан.')
      return done(asProbe(await sender.probe(stored)))
    },
    async saveServer(who, entered, anyway) {
      const whole = completed(entered)
      if (!whole.ok) return whole
      const { value: server } = whole
      if (!anyway && entered.isOn) {
        const found = asProbe(await sender.probe(server))
        if (!found.works) {
          return refused('refusedByRule', `${found.answer}. Сервер не сохранён; можно сохранить без проверки.`)
        }
      }
      servers.save(server, who.account.id)
      outbox.tryNow()
      deps.onChanged()
      return view()
    },
  }
}

const hasValue = (secret: OriginBoundSecret): boolean => secret.revealFor(secret.origin) !== ''

const secretOfAnother =
  'Впишите пароль или токен ещё раз: сервер, порт, защита, вход, имя или сертификат изменены, сохранённый туда не отправляется'

const asProbe = ({ outcome, answer }: SendResult): ProbeResult => ({ works: outcome === 'accepted', answer })
