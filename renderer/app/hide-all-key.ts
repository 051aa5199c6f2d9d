type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

/** Ctrl+Shift+H by the place of the key: in the Russian layout the same key types «Р». */
export const isHideAllKey = ({ code, ctrlKey, shiftKey, altKey, metaKey }: Key): boolean =>
  code === 'KeyH' && ctrlKey && shiftKey && !altKey && !metaKey

/** The microphone key works under the cover too: whoever came in must not be heard in the recording. */
export const staysAwake = ({ code }: Pick<Key, 'code'>): boolean => code === 'F8'
