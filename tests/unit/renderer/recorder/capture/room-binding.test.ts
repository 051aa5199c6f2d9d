import { expect, test } from 'vitest'
import { makeRoomBinding } from '../../../../../renderer/recorder/capture/room-binding.ts'

type Step = readonly ['tell', string | null] | 'ask' | 'give' | 'drop'
const chosen = ['ask', 'give'] as const

function after(steps: readonly Step[]) {
  const binding = makeRoomBinding()
  for (const step of steps) {
    if (typeof step === 'string') binding[step]()
    else binding.tell(step[1])
  }
  return { chosenFor: binding.chosenFor(), isForeign: binding.isForeign() }
}

test.each([
  ['nothing chosen', [['tell', 'A']], null, false],
  ['chosen in A', [['tell', 'A'], ...chosen], 'A', false],
  ['A goes on, told again', [['tell', 'A'], ...chosen, ['tell', 'A']], 'A', false],
  ['A is over', [['tell', 'A'], ...chosen, ['tell', null]], 'A', true],
  ['A is over and B is open', [['tell', 'A'], ...chosen, ['tell', null], ['tell', 'B']], 'A', true],
  ['B is open beside A', [['tell', 'A'], ...chosen, ['tell', 'B']], 'A', true],
  ['chosen anew in B', [['tell', 'A'], ...chosen, ['tell', 'B'], 'drop', ...chosen], 'B', false],
  ['chosen anew in B without a release', [['tell', 'A'], ...chosen, ['tell', 'B'], ...chosen], 'B', false],
  ['let go after A', [['tell', 'A'], ...chosen, ['tell', null], 'drop', ['tell', 'B']], null, false],
  ['chosen before any reception is for the next one', [['tell', null], ...chosen, ['tell', 'A']], 'A', false],
  ['chosen before any is known', [...chosen], null, false],
  ['and not for the one after it', [...chosen, ['tell', 'A'], ['tell', 'B']], 'A', true],
  ['the picker was opened in A and answered in B', [['tell', 'A'], 'ask', ['tell', 'B'], 'give'], 'A', true],
  ['the picker was left, A is still captured', [['tell', 'A'], ...chosen, 'ask'], 'A', false],
] satisfies readonly (readonly [string, readonly Step[], string | null, boolean])[])(
  '%s',
  (_name, steps, chosenFor, isForeign) => {
    expect(after(steps)).toEqual({ chosenFor, isForeign })
  },
)
