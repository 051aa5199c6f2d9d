import type { Input } from 'electron/main'
import type { SessionKeyPress } from '../../shared/desktop/bridge.ts'

type Modifier = 'ctrl' | 'alt' | 'shift'

interface SessionKey {
  readonly code: string
  readonly with: readonly Modifier[]
  /** It opens or focuses something in the desk, and what is typed next is meant for that. */
  readonly opens?: true
}

/**
 * Keys of the session while the room has the focus, by their place on the keyboard: the Russian layout types other
 * letters there. Digits are not among them: in the room they are text. F6 belongs to the room itself.
 */
const sessionKeys: readonly SessionKey[] = [
  { code: 'F2', with: [], opens: true },
  { code: 'F4', with: [], opens: true },
  { code: 'F8', with: [] },
  { code: 'F9', with: [], opens: true },
  { code: 'Enter', with: ['ctrl'] },
  { code: 'NumpadEnter', with: ['ctrl'] },
  { code: 'KeyM', with: ['ctrl'], opens: true },
  { code: 'KeyT', with: ['alt'], opens: true },
  { code: 'KeyP', with: ['alt'], opens: true },
  { code: 'KeyZ', with: ['alt'] },
  { code: 'KeyO', with: ['alt'] },
  { code: 'Digit5', with: ['alt'] },
  { code: 'KeyH', with: ['ctrl', 'shift'], opens: true },
  { code: 'KeyL', with: ['ctrl', 'alt'], opens: true },
]

/**
 * What a key pressed in the room means to the session; null: the room keeps it. A key held down acts once: no legal fact
 * may be set twice by a heavy hand.
 */
export function sessionKeyOf(input: Input): SessionKeyPress | null {
  const { type, key, code, control, alt, shift, meta } = input
  if (type !== 'keyDown' || input.isAutoRepeat || input.isComposing || meta || isAltGr(input)) return null
  const press = { key, code, ctrlKey: control, shiftKey: shift, altKey: alt }
  return sessionKeys.some(known => isPressOf(known, press)) ? press : null
}

/** Whether the desk needs the keyboard after this key. */
export const takesKeyboard = (press: SessionKeyPress): boolean =>
  sessionKeys.some(known => known.opens === true && isPressOf(known, press))

const isPressOf = (known: SessionKey, { code, ctrlKey, altKey, shiftKey }: SessionKeyPress): boolean =>
  known.code === code &&
  known.with.includes('ctrl') === ctrlKey &&
  known.with.includes('alt') === altKey &&
  known.with.includes('shift') === shiftKey

/** Windows reports AltGr as Ctrl+Alt. Who meant Ctrl+Alt sees the plain letter of the key; AltGr types another sign. */
const isAltGr = ({ control, alt, key }: Input): boolean => control && alt && !/^[lд]$/i.test(key)
