import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { TelemostAccess, TelemostAccessChange } from '../../shared/contract/telemost.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { type TelemostProblem, telemostProblemText } from '../../shared/telemost/api-problem.ts'
import type { WriteDb } from '../database/handles.ts'
import { type LinkRule, linkInUseText } from '../reception/link-rule.ts'
import type { ReceptionRows } from '../reception/reception-rows.ts'
import type { InTurn } from '../reception/turns.ts'
import { OriginBoundSecret, webOrigin } from '../secrets/origin-bound-secret.ts'
import type { TelemostStore } from './access-store.ts'
import { type Conference, makeTelemostApi, type TelemostApi, type TelemostApiAccess } from './api-client.ts'

export interface TelemostServiceDeps {
  readonly store: TelemostStore
  readonly rows: Pick<ReceptionRows, 'byId' | 'stepOf' | 'setLink'>
  readonly links: Pick<LinkRule, 'takenBy'>
  /** The setting, under the policy. */
  readonly address: () => string
  readonly write: Pick<WriteDb, 'transaction'>
  readonly inTurn: InTurn
  readonly announce: (announcement: Announcement) => void
  readonly makeApi?: (access: TelemostApiAccess) => TelemostApi
}

/** Meetings made through Telemost's own API: optional, off until an administrator gives a token. */
export interface TelemostService {
  mayMakeLinks(): Reply<boolean>
  status(): Reply<TelemostAccess>
  save(who: Session, change: TelemostAccessChange): Reply<TelemostAccess>
  check(who: Session): Promise<Reply<{ link: string }>>
  makeLink(who: Session, request: { receptionId: string; replace: boolean }): Promise<Reply<{ link: string }>>
  newLink(who: Session): Promise<Reply<{ link: string }>>
  /** Whether a meeting made through the API still is there; null: not made here, or the API cannot be asked now. */
  isAlive(meetingNumber: string): Promise<boolean | null>
}

export function makeTelemostService(deps: TelemostServiceDeps): TelemostService {
  const { store, rows, makeApi = makeTelemostApi } = deps

  const shown = (): TelemostAccess => {
    const { enabled, token, waitingRoomLevel, changedAt } = store.access()
    const address = deps.address()
    return {
      ...{ enabled, hasToken: token !== null, waitingRoomLevel, address, changedAt },
      tokenIsForAnother: token !== null && token.revealFor(webOrigin(address)) === null,
    }
  }

  function api(): TelemostApi | null {
    const { enabled, token: kept } = store.access()
    const address = deps.address()
    const token = kept?.revealFor(webOrigin(address)) ?? null
    return enabled && token !== null ? makeApi({ address, token }) : null
  }

  /** A new meeting that no application has, or why there is none. */
  async function make(): Promise<Reply<Conference>> {
    const asked = api()
    if (asked === null) return refused('notAvailableHere', shown().tokenIsForAnother ? addressOfToken : off)
    const made = await asked.create(store.access().waitingRoomLevel)
    if (!made.ok) return failed(made.problem)
    const other = deps.links.takenBy(made.value.meetingNumber, null)
    return other === null ? done(made.value) : refused('linkInUse', `${linkInUseText(other)}. Ничего не изменено.`)
  }

  return {
    mayMakeLinks: () => done(api() !== null),
    status: () => done(shown()),
    save(who, { enabled, token, waitingRoomLevel, address }) {
      if (address !== deps.address()) return refused('stale', addressChanged)
      const origin = webOrigin(address)
      const kept = token === null ? store.access().token : token === '' ? null : new OriginBoundSecret(token, origin)
      if (enabled && kept !== null && kept.revealFor(origin) === null) {
        return refused('badInput', addressOfToken, {
          token: 'Введите токен ещё раз: прежний введён для другого адреса',
        })
      }
      if (enabled && kept === null) {
        return refused('badInput', 'Без токена создавать ссылки нельзя. Ничего не изменено.', {
          token: 'Введите токен OAuth',
        })
      }
      store.saveAccess({ enabled, token: kept, waitingRoomLevel }, who.account.id)
      return done(shown())
    },
    async check(who) {
      const asked = api()
      if (asked === null) return refused('notAvailableHere', shown().tokenIsForAnother ? addressOfToken : off)
      const { waitingRoomLevel } = store.access()
      const made = await asked.create(waitingRoomLevel)
      if (!made.ok) return failed(made.problem)
      store.noteMeeting(made.value, { authorId: who.account.id, receptionId: null })
      const read = await asked.read(made.value.id)
      if (!read.ok) return failed(read.problem)
      const changed = await asked.setWaitingRoom(made.value.id, waitingRoomLevel)
      return changed.ok ? done({ link: read.value.url }) : failed(changed.problem)
    },
    makeLink: (who, { receptionId, replace }) =>
      deps.inTurn(receptionId, async () => {
        const row = rows.byId(receptionId)
        if (!row) return refused('notFound', 'Такого приёма нет. Обновите список на экране «Сегодня».')
        if (rows.stepOf(receptionId) !== 'scheduled') {
          return refused('refusedByRule', 'Приём уже начат или завершён: ссылка не создана.')
        }
        if (row.link !== null && !replace) {
          return refused('stale', 'У приёма уже есть ссылка. Новая не создана.')
        }
        const made = await make()
        if (!made.ok) return made
        deps.write.transaction(() => {
          store.noteMeeting(made.value, { authorId: who.account.id, receptionId })
          rows.setLink(receptionId, made.value)
        })
        deps.announce({ kind: 'receptionChanged', receptionId })
        return done({ link: made.value.url })
      }),
    async newLink(who) {
      const made = await make()
      if (!made.ok) return made
      store.noteMeeting(made.value, { authorId: who.account.id, receptionId: null })
      return done({ link: made.value.url })
    },
    async isAlive(meetingNumber) {
      const conferenceId = store.conferenceIdOf(meetingNumber)
      const asked = conferenceId === null ? null : api()
      if (conferenceId === null || asked === null) return null
      const read = await asked.read(conferenceId)
      return read.ok ? true : read.problem === 'notFound' ? false : null
    },
  }
}

const off =
  'Ссылки через Яндекс Телемост здесь не создаются: администратор включает это в «Настройки», «Яндекс Телемост». Введите ссылку сами.'

const addressOfToken =
  'Адрес API изменён, а токен введён для прежнего: на новый адрес он не отправляется. Администратору нужно ввести токен ещё раз.'

const addressChanged = 'Адрес API тем временем изменён. Проверьте его и введите токен ещё раз.'

const failed = (problem: TelemostProblem) =>
  refused('notAvailableHere', `${telemostProblemText(problem)} Ничего не изменено.`)
