const longest = 300

/** What a mail server said, fit to be kept: no e-mail addresses, one line, at most 300 signs. */
export function withoutAddresses(answer: string): string {
  const line = answer
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/<?[^\s<>@,;:"'()[\]]+@[^\s<>@,;:"'()[\]]+>?/gu, '‹адрес›')
    .replace(/ {2,}/g, ' ')
    .trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`
}
