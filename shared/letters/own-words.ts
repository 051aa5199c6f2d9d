/** Lines after which a mail program puts the letter that is answered. */
const quoteHeads: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|исходное сообщение|исходное письмо|конец исходного|пересылаемое сообщение|forwarded message|reply message)/iu,
  /^_{10,}$/u,
  /(?:^|\s)(?:wrote|писал|писала|писал\(а\)|пишет|написал|написала|написал\(а\))\s*:\s*$/iu,
  /^\d{1,2}[.\s]\S+[.\s]\d{4}.{0,40}<[^<>\s]+@[^<>\s]+>.{0,20}:?\s*$/iu,
  /^\p{L}+,\s\d{1,2}\s\p{L}+\s\d{4}.{0,40}\sот\s.{1,120}:?\s*$/iu,
  /^(?:от|from)\s*:\s.*@/iu,
  /^(?:begin forwarded message|начало переадресованного сообщения|пересланное сообщение)\s*:?\s*$/iu,
]
/** Lines after which only a signature follows. */
const signatures: readonly RegExp[] = [
  /^--\s?$/u,
  /^(?:отправлено\s(?:из|с|с помощью)|sent from|послано с|get outlook)\s?/iu,
  /^(?:с\s+(?:глубоким\s+)?уважением|с наилучшими пожеланиями|best regards|kind regards|regards)[\s,.!]*/iu,
]

/** More words of one's own are not looked at. */
const longestWordsSigns = 20_000

/** What the sender wrote: without what is quoted, without the signature. */
export function ownWords(text: string): string {
  const kept: string[] = []
  for (const whole of text.slice(0, longestWordsSigns * 5).split('\n')) {
    const line = whole.slice(0, 2_000).trim()
    if (line.startsWith('>')) continue
    if (quoteHeads.some(head => head.test(line))) {
      // «20.11.2026, Иванов <…>:» above a quotation that is marked line by line: the answer may stand below it.
      if (/[:>]$/u.test(line) && text.includes('\n>')) continue
      break
    }
    if (signatures.some(sign => sign.test(line))) break
    kept.push(line)
  }
  return kept.join('\n').trim().slice(0, longestWordsSigns)
}
