import { implement } from '@orpc/server'
import { replies as repliesContract } from '../../shared/contract/replies.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { ReplyService } from './reply-service.ts'

/** The calls of «Ответы граждан». */
export function repliesRouter(replies: ReplyService) {
  const os = implement({ replies: repliesContract }).$context<{ caller: Caller }>()
  return os.router({
    replies: {
      list: os.replies.list.handler(({ context }) => replies.list(sessionOf(context.caller))),
      candidates: os.replies.candidates.handler(({ input }) => replies.candidates(input.letterId, input.text)),
      judge: os.replies.judge.handler(({ input, context }) => replies.judge(sessionOf(context.caller), input)),
      takeBack: os.replies.takeBack.handler(({ input, context }) =>
        replies.takeBack(sessionOf(context.caller), input.letterId),
      ),
    },
  })
}
