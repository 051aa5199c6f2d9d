/** Lines after which a mail program puts the letter that is answered. */
const quoteHeads: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|исходное сообщение|исходное письмо|конец исходного|пересылаемое сообщение|forwarded message|reply message)/iu,
  /^_{10,}$/u,
  /(?:^|\s)(?:wrote|писал|писала|писал\(а\)|пишет|написал|написала|написал\(а\))\s*:\s*$/iu,
  /^\d{1,2}[.\s]\S+[.\s]\d{4}.{0,40}<[^<>\s]+@[^<>\s]+>.{0,20}:?\s*$/iu,
  /^\p{L}+,\s\d{1,2}\s\p{L}+\s\d{4}.{0,40}\sот\s.{1,120}:?\s*$/iu,
  /^(?:от|from)\s*:\s.*@/iu,
  /^(?:вы писали|you wrote)(?!\p{L}).{0,120}:\s*$/iu,
  // «ср, 25 нояб. 2026 г. в 10:15, Центр <a@b.ru>:», in whatever order a program writes it.
  /^(?=.{0,200}(?:\d{1,2}:\d{2}|(?<!\d)20\d{2}(?!\d))).{0,200}[<(]?[^\s<>]+@[^\s<>]+[>)]?\s*:\s*$/u,
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
/** «>», «|», and the initials some programs put before it. */
const isQuoted = (line: string): boolean => /^(?:\p{Lu}{0,3}>|\|)/u.test(line)
const headLine = /^(?:отправлено|дата|кому|тема|sent|date|to|subject)\s*:/iu
/** The head of the quoted letter as a block of lines: no address need stand behind «От:». */
const beginsHeadBlock = (lines: readonly string[], at: number): boolean =>
  /^(?:от|from)\s*:/iu.test(lines[at] ?? '') && lines.slice(at + 1, at + 4).some(line => headLine.test(line))
/** Mail programs break a long line of «… писал:» in two. */
const isQuoteHead = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? ''
  const two = `${line} ${lines[at + 1] ?? ''}`
  const isBroken =
    /(?:\d{1,2}:\d{2}|(?<!\d)20\d{2}(?!\d))/u.test(line) && /^[^\n]{0,120}[>)\p{L}]\s*:\s*$/u.test(lines[at + 1] ?? '')
  return quoteHeads.some(head => head.test(line) || (isBroken && head.test(two))) || beginsHeadBlock(lines, at)
}

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
    if (isQuoteHead(lines, at)) {
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
