import type { Input } from 'electron/main'
import type { SessionKeyPress } from '../../shared/desktop/bridge.ts'

type Modifier = 'ctrl' | 'alt' | 'shift'

/**
 * Keys of the session while the room has the focus, by their place on the keyboard: the Russian layout types other
 * letters there. Digits are not among them: in the room they are text. F6 belongs to the room itself.
 */
const sessionKeys: readonly { readonly code: string; readonly with: readonly Modifier[] }[] = [
  { code: 'F2', with: [] },
  { code: 'F4', with: [] },
  { code: 'F8', with: [] },
  { code: 'F9', with: [] },
  { code: 'Enter', with: ['ctrl'] },
  { code: 'NumpadEnter', with: ['ctrl'] },
  { code: 'KeyM', with: ['ctrl'] },
  { code: 'KeyT', with: ['alt'] },
  { code: 'KeyP', with: ['alt'] },
  { code: 'KeyZ', with: ['alt'] },
  { code: 'KeyO', with: ['alt'] },
  { code: 'Digit5', with: ['alt'] },
  { code: 'KeyH', with: ['ctrl', 'shift'] },
  { code: 'KeyL', with: ['ctrl', 'alt'] },
]

/**
 * What a key pressed in the room means to the session; null: the room keeps it. A key held down acts once: no legal fact
 * may be set twice by a heavy hand.
 */
export function sessionKeyOf(input: Input): SessionKeyPress | null {
  const { type, key, code, control, alt, shift, meta } = input
  if (type !== 'keyDown' || input.isAutoRepeat || input.isComposing || meta || isAltGr(input)) return null
  const known = sessionKeys.some(
    known =>
      known.code === code &&
      known.with.includes('ctrl') === control &&
      known.with.includes('alt') === alt &&
      known.with.includes('shift') === shift,
  )
  return known ? { key, code, ctrlKey: control, shiftKey: shift, altKey: alt } : null
}

/** Windows reports AltGr as Ctrl+Alt. Who meant Ctrl+Alt sees the plain letter of the key; AltGr types another sign. */
const isAltGr = ({ control, alt, key }: Input): boolean => control && alt && !/^[lд]$/i.test(key)
