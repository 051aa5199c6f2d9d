import { implement } from '@orpc/server'
import { notices as noticesContract } from '../../shared/contract/notices.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { NoticeCalls } from './notices-care.ts'

/** The calls of notices and of the mail they go out by. */
export function noticesRouter(notices: NoticeCalls) {
  const os = implement({ notices: noticesContract }).$context<{ caller: Caller }>()
  const calls = os.notices
  const { mail } = notices
  return os.router({
    notices: {
      ofApplication: calls.ofApplication.handler(({ input }) => notices.ofApplication(input.applicationId)),
      outbox: calls.outbox.handler(() => notices.outbox()),
      tryNow: calls.tryNow.handler(() => notices.tryNow()),
      linkAgain: calls.linkAgain.handler(({ input, context }) => notices.linkAgain(sessionOf(context.caller), input)),
      resend: calls.resend.handler(({ input, context }) => notices.resend(sessionOf(context.caller), input.noticeId)),
      sentByHand: calls.sentByHand.handler(({ input, context }) =>
        notices.sentByHand(sessionOf(context.caller), input),
      ),
      toldByPhone: calls.toldByPhone.handler(({ input, context }) =>
        notices.toldByPhone(sessionOf(context.caller), input),
      ),
      preview: calls.preview.handler(({ input, context }) => notices.preview(sessionOf(context.caller), input)),
      templates: calls.templates.handler(() => mail.templates()),
      previewTemplate: calls.previewTemplate.handler(({ input, context }) =>
        mail.previewTemplate(sessionOf(context.caller), input),
      ),
      saveTemplate: calls.saveTemplate.handler(({ input, context }) =>
        mail.saveTemplate(sessionOf(context.caller), input),
      ),
      restoreTemplate: calls.restoreTemplate.handler(({ input, context }) =>
        mail.restoreTemplate(sessionOf(context.caller), input.kind),
      ),
      server: calls.server.handler(() => mail.server()),
      probe: calls.probe.handler(({ input }) => mail.probe(input.server, input.testTo)),
      probeStored: calls.probeStored.handler(() => mail.probeStored()),
      saveServer: calls.saveServer.handler(({ input, context }) =>
        mail.saveServer(sessionOf(context.caller), input.server, input.anyway),
      ),
    },
  })
}
