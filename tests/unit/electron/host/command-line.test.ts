import { expect, test } from 'vitest'
import { readCommandLine } from '../../../../electron/host/command-line.ts'

const usual = { demonstration: false, profileDirectory: null, window: true }

test.each([
  [[], usual],
  [['--demo'], { ...usual, demonstration: true }],
  [['--profile', 'p'], { ...usual, profileDirectory: '/work/p' }],
  [['--profile=/abs/p', '--no-window'], { ...usual, profileDirectory: '/abs/p', window: false }],
])('%o', (args, expected) => expect(readCommandLine(args, '/work')).toEqual(expected))

test.each([[['--profile']], [['--profile=']], [['--unknown']], [['word']], [['--demo=1']]])(
  '%o is not understood',
  args => expect(readCommandLine(args, '/work')).toBeNull(),
)
