import type { Input } from 'electron/main'
import { expect, test } from 'vitest'
import { sessionKeyOf } from '../../../../electron/desktop/session-keys.ts'

const pressed = (code: string, key: string, more: Partial<Input> = {}): Input => ({
  type: 'keyDown',
  code,
  key,
  isAutoRepeat: false,
  isComposing: false,
  shift: false,
  control: false,
  alt: false,
  meta: false,
  location: 0,
  modifiers: [],
  ...more,
})

test.each([
  ['F2', 'F2', {}],
  ['F4', 'F4', {}],
  ['F8', 'F8', {}],
  ['F9', 'F9', {}],
  ['Enter', 'Enter', { control: true }],
  ['NumpadEnter', 'Enter', { control: true }],
  ['KeyM', 'ь', { control: true }],
  ['KeyT', 'е', { alt: true }],
  ['KeyP', 'з', { alt: true }],
  ['KeyZ', 'я', { alt: true }],
  ['KeyO', 'щ', { alt: true }],
  ['Digit5', '5', { alt: true }],
  ['KeyH', 'Р', { control: true, shift: true }],
  ['KeyL', 'д', { control: true, alt: true }],
  ['KeyL', 'l', { control: true, alt: true }],
] satisfies [string, string, Partial<Input>][])('%s «%s» belongs to the session', (code, key, more) => {
  const { control = false, alt = false, shift = false } = more as Partial<Input>
  expect(sessionKeyOf(pressed(code, key, more))).toEqual({ code, key, ctrlKey: control, altKey: alt, shiftKey: shift })
})

test.each([
  ['text', pressed('KeyA', 'ф')],
  ['a digit, which is text in the room', pressed('Digit1', '1')],
  ['plain Enter', pressed('Enter', 'Enter')],
  ['Enter with too much', pressed('Enter', 'Enter', { control: true, shift: true })],
  ['F4 of the window manager', pressed('F4', 'F4', { alt: true })],
  ['a key let go', pressed('F9', 'F9', { type: 'keyUp' })],
  ['a key held down', pressed('Enter', 'Enter', { control: true, isAutoRepeat: true })],
  ['a key of an input method', pressed('Enter', 'Enter', { control: true, isComposing: true })],
  ['the system key', pressed('KeyH', 'h', { control: true, shift: true, meta: true })],
  ['AltGr+L of a Polish layout', pressed('KeyL', 'ł', { control: true, alt: true })],
  ['AltGr+O', pressed('KeyO', 'ó', { control: true, alt: true })],
  ['the letter of another key in another layout', pressed('KeyD', 'l', { control: true, alt: true })],
  ['F6, which the room answers itself', pressed('F6', 'F6')],
])('%s stays with the room', (_what, input) => {
  expect(sessionKeyOf(input)).toBeNull()
})
