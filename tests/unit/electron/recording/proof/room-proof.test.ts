import { expect, test } from 'vitest'
import { roomProofOf } from '../../../../../electron/recording/proof/room-proof.ts'

type By = 'program' | 'person' | null
const one = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

test.each<[string, [string, By][], ReturnType<typeof roomProofOf>]>([
  ['nothing was told', [], { room: null, notRecognised: 0 }],
  ['given by the program', [[one, 'program']], { room: 'given', notRecognised: 0 }],
  ['recognised at once', [[one, 'person']], { room: 'recognised', notRecognised: 0 }],
  [
    'recognised later',
    [
      [one, null],
      [one, 'person'],
    ],
    { room: 'recognised', notRecognised: 0 },
  ],
  ['never recognised', [[one, null]], { room: 'notRecognised', notRecognised: 1 }],
  [
    'the second choice was not',
    [
      [one, 'person'],
      [other, null],
    ],
    { room: 'notRecognised', notRecognised: 1 },
  ],
  [
    'the first one was not',
    [
      [one, null],
      [other, 'person'],
    ],
    { room: 'notRecognised', notRecognised: 1 },
  ],
  [
    'given, then the second engine by hand',
    [
      [one, 'program'],
      [other, 'person'],
    ],
    { room: 'recognised', notRecognised: 0 },
  ],
])('%s', (_name, lines, expected) =>
  expect(roomProofOf(lines.map(([choiceId, by]) => ({ kind: 'room', atMs: 0, choiceId, by })))).toEqual(expected),
)
