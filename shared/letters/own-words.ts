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
/** Begins again after a signature: what is added last may take back what stands above. */
const postscript = /^(?:p\.?\s?s|п\.?\s?с|з\.?\s?ы)(?:[.:,\s]|$)/iu

/** More words of one's own are not looked at. */
const longestWordsSigns = 20_000
const isQuoted = (line: string): boolean => /^[>|]/u.test(line)

/**
 * What the sender wrote: without what is quoted, without the signature. A quotation marked line by line may stand above,
 * below and between; of one that is not marked nobody knows where it ends.
 */
export function ownWords(text: string): string {
  const lines = text
    .slice(0, longestWordsSigns * 5)
    .split('\n')
    .map(line => line.slice(0, 2_000).trim())
  const kept: string[] = []
  let isSigned = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isQuoted(line)) {
      // Below a marked quotation somebody writes again.
      isSigned = false
      continue
    }
    if (quoteHeads.some(head => head.test(line))) {
      const quotation = lines.findIndex((one, index) => index > at && isQuoted(one))
      if (quotation === -1) break
      at = quotation
      isSigned = false
      continue
    }
    isSigned ||= signatures.some(sign => sign.test(line))
    if (isSigned && postscript.test(line)) isSigned = false
    if (!isSigned) kept.push(line)
  }
  return kept.join('\n').trim().slice(0, longestWordsSigns)
}
