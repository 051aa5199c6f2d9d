/** A place left for the specialist: `{…}`, or any `{name}` that was never filled. */
const blank = /\{[^{}]*\}/

/** Whether the text still has a place that must be filled by hand. */
export const hasBlank = (text: string): boolean => blank.test(text)
