import type { FolderTrouble, MailboxState } from '../../shared/contract/mailroom.ts'
import { silentAfterMs } from '../../shared/mailroom/limits.ts'
import type { FolderStore } from './folder-store.ts'
import { type MailboxSession, type MailboxSessionDeps, startMailboxSession } from './mailbox-session.ts'
import { type KeptMailbox, type MailboxStore, originOfMailbox } from './mailbox-store.ts'
import { type FolderPace, usualFolderPace, type WatchedFolder, watchFolder } from './watched-folder.ts'

/** Everything that brings letters: one session per mailbox, and the watched folder. */
export interface Postmen {
  /** Brings what runs into line with what is chosen. */
  follow(): Promise<void>
  stateOf(mailboxId: string): MailboxState
  /** null: it is well, or there is none. */
  folderTrouble(): FolderTrouble | null
  /** Some mailbox has not been reached for half an hour. */
  isSilent(): boolean
  close(): Promise<void>
}

export interface PostmenDeps extends Omit<MailboxSessionDeps, 'mailbox'> {
  readonly mailboxes: Pick<MailboxStore, 'list'>
  readonly folders: Pick<FolderStore, 'directory'>
  readonly folderPace?: FolderPace
}

/** Another one for whatever is changed; the secret stands in no JSON by itself. */
const keyOf = (mailbox: KeptMailbox): string =>
  JSON.stringify([mailbox, mailbox.secret.revealFor(originOfMailbox(mailbox))])

export function makePostmen(deps: PostmenDeps): Postmen {
  const { clock, intake, onChange, log, folderPace = usualFolderPace } = deps
  const sessions = new Map<string, { readonly key: string; readonly session: MailboxSession }>()
  let folder: { readonly directory: string; readonly watched: WatchedFolder } | null = null
  let closed = false
  /** One change after another. */
  let turn: Promise<void> = Promise.resolve()

  async function followMailboxes(wanted: readonly KeptMailbox[]): Promise<void> {
    const keys = new Map(wanted.map(mailbox => [mailbox.id, keyOf(mailbox)]))
    const leaving = [...sessions].filter(([id, { key }]) => keys.get(id) !== key)
    for (const [id] of leaving) sessions.delete(id)
    await Promise.all(leaving.map(([, { session }]) => session.close()))
    for (const mailbox of wanted) {
      if (sessions.has(mailbox.id)) continue
      sessions.set(mailbox.id, { key: keyOf(mailbox), session: startMailboxSession({ ...deps, mailbox }) })
    }
  }

  async function followFolder(directory: string | null): Promise<void> {
    if (folder?.directory === directory) return
    const leaving = folder
    folder = null
    await leaving?.watched.close()
    if (directory === null) return
    const watched = watchFolder({ directory, intake, clock, pace: folderPace, onChange, log })
    folder = { directory, watched }
  }

  return {
    follow() {
      turn = turn.then(async () => {
        if (closed) return
        await followMailboxes(deps.mailboxes.list())
        await followFolder(deps.folders.directory())
        onChange()
      })
      return turn
    },
    stateOf: mailboxId => sessions.get(mailboxId)?.session.state() ?? { kind: 'connecting' },
    folderTrouble: () => folder?.watched.trouble() ?? null,
    isSilent: () => [...sessions.values()].some(({ session }) => session.silentMs() > silentAfterMs),
    async close() {
      closed = true
      await turn
      await Promise.all([...sessions.values()].map(({ session }) => session.close()))
      await folder?.watched.close()
    },
  }
}
