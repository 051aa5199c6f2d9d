import { isHideAllKey } from '../../../app/hide-all-key.ts'
import { isLockKey } from '../../../app/lock-key.ts'

type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

/**
 * What a key pressed in the panel does: `desk` = the same as on the desk, which comes to the front for the question it
 * asks; `quiet` = the same, and the room keeps the focus; null = nothing. Ctrl+Enter is not among them: a legal fact is
 * not set from a window where its text cannot be read.
 */
export function panelKey(key: Key): 'desk' | 'quiet' | null {
  if (isHideAllKey(key) || isLockKey(key)) return 'quiet'
  const { code, ctrlKey, shiftKey, altKey, metaKey } = key
  if (ctrlKey || shiftKey || metaKey) return null
  if (altKey) return code === 'KeyO' ? 'quiet' : null
  if (code === 'F8') return 'quiet'
  return code === 'F4' || code === 'F9' ? 'desk' : null
}
