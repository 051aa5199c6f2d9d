import { implement } from '@orpc/server'
import { rejections as rejectionsContract } from '../../shared/contract/rejections.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { AnnexTwoPapers } from './annex-two-papers.ts'
import type { RejectionService } from './rejection-service.ts'

/** The calls of «Отклонить…» and «На подписи». */
export function rejectionRouter(rejections: RejectionService & { readonly papers: AnnexTwoPapers }) {
  const os = implement({ rejections: rejectionsContract }).$context<{ caller: Caller }>()
  const calls = os.rejections
  const { papers } = rejections
  return os.router({
    rejections: {
      ofApplication: calls.ofApplication.handler(({ input, context }) =>
        rejections.ofApplication(sessionOf(context.caller), input.applicationId),
      ),
      save: calls.save.handler(({ input, context }) => rejections.save(sessionOf(context.caller), input)),
      withdraw: calls.withdraw.handler(({ input, context }) =>
        rejections.withdraw(sessionOf(context.caller), input.applicationId),
      ),
      paper: calls.paper.handler(({ input }) => rejections.paper(input)),
      sign: calls.sign.handler(({ input, context }) => rejections.sign(sessionOf(context.caller), input)),
      send: calls.send.handler(({ input, context }) => rejections.send(sessionOf(context.caller), input.applicationId)),
      giveOtherwise: calls.giveOtherwise.handler(({ input, context }) =>
        rejections.giveOtherwise(sessionOf(context.caller), input),
      ),
      signedFile: calls.signedFile.handler(({ input, context }) =>
        rejections.signedFile(sessionOf(context.caller), input),
      ),
      revealQuote: calls.revealQuote.handler(({ input, context }) =>
        rejections.revealQuote(sessionOf(context.caller), input.applicationId),
      ),
      tellHead: calls.tellHead.handler(({ input, context }) =>
        rejections.tellHead(sessionOf(context.caller), input.applicationId),
      ),
      template: calls.template.handler(() => papers.state()),
      templateFile: calls.templateFile.handler(() => papers.file()),
      replaceTemplate: calls.replaceTemplate.handler(({ input, context }) =>
        papers.replace(sessionOf(context.caller), input),
      ),
      restoreTemplate: calls.restoreTemplate.handler(({ context }) => papers.restore(sessionOf(context.caller))),
    },
  })
}
