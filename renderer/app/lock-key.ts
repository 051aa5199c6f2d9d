/** Ctrl+Alt+L: by the key's place, so that it works in every keyboard layout. No browser takes it. */
export const isLockKey = (event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'code'>): boolean =>
  event.ctrlKey && event.altKey && !event.shiftKey && event.code === 'KeyL'
