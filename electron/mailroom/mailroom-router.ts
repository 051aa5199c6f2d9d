import { implement } from '@orpc/server'
import { mailroom as mailroomContract } from '../../shared/contract/mailroom.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { MailroomCalls } from './mailroom-care.ts'

/** The calls of «Письма» and of «Настройки → Почта». */
export function mailroomRouter(mailroom: MailroomCalls) {
  const os = implement({ mailroom: mailroomContract }).$context<{ caller: Caller }>()
  const calls = os.mailroom
  return os.router({
    mailroom: {
      letter: calls.letter.handler(({ input, context }) => mailroom.letter(sessionOf(context.caller), input.letterId)),
      revealDocument: calls.revealDocument.handler(({ input, context }) =>
        mailroom.revealDocument(sessionOf(context.caller), input.letterId, input.purpose),
      ),
      importFile: calls.importFile.handler(({ input, context }) =>
        mailroom.importFile(sessionOf(context.caller), input),
      ),
      setAside: calls.setAside.handler(({ input, context }) =>
        mailroom.setAside(sessionOf(context.caller), input.letterId, input.reason),
      ),
      takeBack: calls.takeBack.handler(({ input, context }) =>
        mailroom.takeBack(sessionOf(context.caller), input.letterId),
      ),
      mailboxes: calls.mailboxes.handler(() => mailroom.mailboxes()),
      probeMailbox: calls.probeMailbox.handler(({ input }) => mailroom.probeMailbox(input)),
      saveMailbox: calls.saveMailbox.handler(({ input, context }) =>
        mailroom.saveMailbox(sessionOf(context.caller), input),
      ),
      removeMailbox: calls.removeMailbox.handler(({ input, context }) =>
        mailroom.removeMailbox(sessionOf(context.caller), input.mailboxId),
      ),
      folder: calls.folder.handler(() => mailroom.folder()),
      setFolder: calls.setFolder.handler(({ input, context }) =>
        mailroom.setFolder(sessionOf(context.caller), input.directory),
      ),
      profiles: calls.profiles.handler(() => mailroom.profiles()),
      saveProfile: calls.saveProfile.handler(({ input, context }) =>
        mailroom.saveProfile(sessionOf(context.caller), input),
      ),
      removeProfile: calls.removeProfile.handler(({ input, context }) =>
        mailroom.removeProfile(sessionOf(context.caller), input.profileId),
      ),
      tryProfile: calls.tryProfile.handler(({ input }) => mailroom.tryProfile(input)),
    },
  })
}
