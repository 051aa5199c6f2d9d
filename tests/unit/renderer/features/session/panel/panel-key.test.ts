import { expect, test } from 'vitest'
import { panelKey } from '../../../../../../renderer/features/session/panel/panel-key.ts'

const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false }
const cases: readonly [string, Parameters<typeof panelKey>[0], ReturnType<typeof panelKey>][] = [
  ['interrupt', { ...none, code: 'F4' }, 'desk'],
  ['finish', { ...none, code: 'F9' }, 'desk'],
  ['the microphone', { ...none, code: 'F8' }, 'quiet'],
  ['hide all', { ...none, code: 'KeyH', ctrlKey: true, shiftKey: true }, 'quiet'],
  ['lock', { ...none, code: 'KeyL', ctrlKey: true, altKey: true }, 'quiet'],
  ['close the panel', { ...none, code: 'KeyO', altKey: true }, 'quiet'],
  ['the key of a step', { ...none, code: 'Enter', ctrlKey: true }, null],
  ['Enter', { ...none, code: 'Enter' }, null],
  ['a digit', { ...none, code: 'Digit1' }, null],
  ['help', { ...none, code: 'F2' }, null],
  ['Alt+F4 of the system', { ...none, code: 'F4', altKey: true }, null],
  ['Ctrl+F4 of the browser', { ...none, code: 'F4', ctrlKey: true }, null],
  ['Shift+F9', { ...none, code: 'F9', shiftKey: true }, null],
  ['a letter', { ...none, code: 'KeyO' }, null],
]

test.each(cases)('%s', (_, key, wanted) => {
  expect(panelKey(key)).toBe(wanted)
})
