import { isAbsolute } from 'node:path'
import type { Session } from '../../shared/contract/accounts.ts'
import type { LetterFolder, Mailbox, MailboxSettings, ProbeAnswer } from '../../shared/contract/mailroom.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { type MailTrouble, mailTroubleText } from '../../shared/mailroom/mail-trouble.ts'
import { typedPathTrouble } from '../../shared/text/path-kind.ts'
import type { FolderProbe } from '../accounts/folder-probe.ts'
import { OriginBoundSecret } from '../secrets/origin-bound-secret.ts'
import type { FolderStore } from './folder-store.ts'
import { openMailbox, troubleOf } from './imap-connection.ts'
import {
  isSameMailbox,
  type KeptMailbox,
  type MailboxStore,
  type MailboxToKeep,
  originOfMailbox,
} from './mailbox-store.ts'
import type { Postmen } from './postmen.ts'

/** A mailbox as somebody entered it. */
export interface ChosenMailbox {
  readonly mailboxId: string | null
  readonly settings: MailboxSettings
  readonly secret: string | null
}

/** «Настройки → Почта»: where letters come from; secrets go in and never come out. */
export interface MailboxDesk {
  mailboxes(): Reply<Mailbox[]>
  probeMailbox(chosen: ChosenMailbox): Promise<Reply<ProbeAnswer>>
  saveMailbox(who: Session, chosen: ChosenMailbox): Promise<Reply<Mailbox[]>>
  removeMailbox(who: Session, mailboxId: string): Promise<Reply<Mailbox[]>>
  folder(): Reply<LetterFolder>
  setFolder(who: Session, directory: string | null): Promise<Reply<LetterFolder>>
}

export interface MailboxDeskDeps {
  readonly store: MailboxStore
  readonly folders: FolderStore
  readonly postmen: Postmen
  readonly probeFolder: FolderProbe
}

export function makeMailboxDesk({ store, folders, postmen, probeFolder }: MailboxDeskDeps): MailboxDesk {
  const shown = ({ secret: _secret, ...mailbox }: KeptMailbox): Mailbox => ({
    ...mailbox,
    state: postmen.stateOf(mailbox.id),
  })
  const mailboxes = (): Reply<Mailbox[]> => done(store.list().map(shown))
  const folder = (): Reply<LetterFolder> => done({ directory: folders.directory(), trouble: postmen.folderTrouble() })

  /** The mailbox with its secret, the kept one where none was entered; or what is missing. */
  function completed({
    mailboxId,
    settings,
    secret,
  }: ChosenMailbox): { ok: true; former: KeptMailbox | null; mailbox: MailboxToKeep } | ReturnType<typeof refused> {
    const former = mailboxId === null ? null : store.byId(mailboxId)
    if (mailboxId !== null && !former) return refused('stale', 'Этого ящика уже нет. Ничего не сохранено.')
    const origin = originOfMailbox(settings)
    const known = secret === null ? former?.secret : new OriginBoundSecret(secret, origin)
    if (known === undefined || known.revealFor(origin) === null) {
      return refused('badInput', unsaved, { secret: former ? secretOfAnother : 'Укажите пароль или токен' })
    }
    const caTrouble =
      settings.caFile === null
        ? null
        : isAbsolute(settings.caFile)
          ? typedPathTrouble(settings.caFile)
          : 'Укажите полный путь, например /etc/ssl/centre.pem'
    if (caTrouble !== null) return refused('badInput', unsaved, { caFile: caTrouble })
    return { ok: true, former, mailbox: { ...settings, secret: known } }
  }

  async function probe(mailbox: MailboxToKeep): Promise<ProbeAnswer | MailTrouble> {
    try {
      const client = await openMailbox(mailbox, 60_000)
      try {
        const found = await client.search({ since: mailbox.since }, { uid: true })
        return { letters: found ? found.length : 0 }
      } finally {
        client.close()
      }
    } catch (error) {
      return troubleOf(error)
    }
  }

  const refusedBy = (trouble: MailTrouble) =>
    refused('badInput', `${mailTroubleText(trouble)} Ничего не сохранено.`, {
      [fieldOf[trouble] ?? 'host']: mailTroubleText(trouble),
    })

  return {
    mailboxes,
    async probeMailbox(chosen) {
      const whole = completed(chosen)
      if (!whole.ok) return whole
      const answer = await probe(whole.mailbox)
      return typeof answer === 'string' ? refusedBy(answer) : done(answer)
    },
    async saveMailbox(who, chosen) {
      const whole = completed(chosen)
      if (!whole.ok) return whole
      const { former, mailbox } = whole
      const twin = store.list().find(one => one.id !== former?.id && isSameMailbox(one, mailbox))
      if (twin) return refused('badInput', unsaved, { userName: 'Этот ящик уже есть в списке' })
      const answer = await probe(mailbox)
      if (typeof answer === 'string') return refusedBy(answer)
      if (former && isSameMailbox(former, mailbox)) store.change(former.id, mailbox, who.account.id)
      else {
        if (former) store.remove(former.id, who.account.id)
        store.add(mailbox, who.account.id)
      }
      await postmen.follow()
      return mailboxes()
    },
    async removeMailbox(who, mailboxId) {
      if (!store.byId(mailboxId)) return refused('stale', 'Этого ящика уже нет.')
      store.remove(mailboxId, who.account.id)
      await postmen.follow()
      return mailboxes()
    },
    folder,
    async setFolder(who, directory) {
      if (directory !== null) {
        const found = await probeFolder(directory)
        if (!found.ok) return refused('badInput', unsaved, { directory: found.hint })
        if (found.nearest !== directory) {
          return refused('badInput', unsaved, { directory: 'Такой папки нет. Создайте её и повторите.' })
        }
      }
      folders.choose(directory, who.account.id)
      await postmen.follow()
      return folder()
    },
  }
}

const secretOfAnother =
  'Введите пароль ещё раз: сервер, порт, защита, вход, имя или сертификат изменены, сохранённый туда не отправляется'
const unsaved = 'Проверьте выделенные поля. Ничего не сохранено.'
const fieldOf: Partial<Record<MailTrouble, string>> = {
  passwordWrong: 'secret',
  certificate: 'caFile',
  caFileUnreadable: 'caFile',
  folderMissing: 'folder',
  noTls: 'port',
  refusedConnection: 'port',
}
