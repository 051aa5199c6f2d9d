import type { Reply } from '../../shared/contract/reply.ts'
import type { WriteDb } from './handles.ts'

class Undone extends Error {}

/** A transaction of several steps: a refusal of the last one takes back what the steps before it wrote. */
export function orNothing<Value>(write: Pick<WriteDb, 'transaction'>, work: () => Reply<Value>): Reply<Value> {
  let answer: Reply<Value> | null = null
  try {
    return write.transaction(() => {
      answer = work()
      if (!answer.ok) throw new Undone()
      return answer
    })
  } catch (error) {
    if (error instanceof Undone && answer !== null) return answer
    throw error
  }
}
