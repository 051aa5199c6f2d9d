const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * A text as every document can hold it, whatever came in before the contract cleaned texts: what XML 1.0 forbids is out,
 * every line end is «\n», a tab a blank. Each writer of a document sends its texts through here.
 */
export const documentText = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')

/** The same with what is markup written as signs. */
export const xmlText = (text: string): string => documentText(text).replaceAll(/[&<>"]/gu, sign => signs[sign] ?? sign)
