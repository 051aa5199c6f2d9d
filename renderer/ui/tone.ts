/** Meaning of a colour. Always shown with an icon and a word. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

/** Text colour of a tone; AA on every surface of the theme. */
export const toneColor = (tone: Tone): string => `var(--tone-${tone})`
