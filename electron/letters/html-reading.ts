import { Parser } from 'htmlparser2'
import { labelKey } from '../../shared/letters/label.ts'
import type { LabelPair } from '../../shared/letters/label-pair.ts'
import { mostPairs } from '../../shared/letters/text-pairs.ts'
import { letterLimits } from './letter-limits.ts'

/** An HTML letter as text and fields; nothing of it is built, run or fetched. */
export interface HtmlReading {
  readonly text: string
  /** Without what the letter quotes. */
  readonly ownText: string
  /** Of tables, definition lists and bold labels. */
  readonly pairs: readonly LabelPair[]
  readonly hasScript: boolean
  readonly hasRemotePictures: boolean
  readonly isCut: boolean
}

/** Their content is no text. */
const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'math',
])
const active: ReadonlySet<string> = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'form'])
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const bold: ReadonlySet<string> = new Set(['b', 'strong'])
const remote = /(?:^|[\s(,'"])(?:https?:)?\/\//iu
/** How much is parsed before the limits are looked at. */
const sliceSigns = 65_536

/** Reads HTML in one pass with bounded memory. Never throws for what the letter holds. */
export function readHtml(html: string, isKnown: (label: string) => boolean): HtmlReading {
  const out: string[] = []
  const own: string[] = []
  const pairs: LabelPair[] = []
  /** Texts of the cells of the open rows; tables stand in tables. */
  const rows: string[][] = []
  let signs = 0
  let cells = 0
  let depth = 0
  let silentDepth = 0
  let quoteDepth = 0
  let quotedToEnd = false
  /** Depths of open elements that hold a quotation: an answer may stand behind them. */
  const quotesAt: number[] = []
  let found = { script: false, remote: false }
  let isCut = html.length > letterLimits.htmlSigns
  /** Where the text of the open cell, term or bold label began in `out`. */
  let cellStart = -1
  let term: { label: string; start: number } | null = null
  let boldStart = -1
  let boldLabel: { label: string; start: number } | null = null

  const isQuoted = () => quoteDepth > 0 || quotedToEnd || quotesAt.length > 0
  const since = (start: number) => out.slice(start).join('')
  const write = (text: string) => {
    if (signs > letterLimits.textSigns) isCut = true
    else {
      out.push(text)
      if (!isQuoted()) own.push(text)
      signs += text.length
    }
  }
  const addPair = (label: string, value: string) => {
    if (pairs.length < mostPairs && labelKey(label) !== '')
      pairs.push({ label: tidy(label), value: tidy(value), quoted: isQuoted() })
  }
  const endBold = () => {
    // «<b>Телефон</b> +7…»: only a known label, or one with a colon, begins a field.
    if (boldLabel !== null) addPair(boldLabel.label, since(boldLabel.start).replace(/^\s*[:–—-]\s*/u, ''))
    boldLabel = null
  }
  const endTerm = () => {
    if (term !== null) addPair(term.label, since(term.start))
    term = null
  }
  const endRow = () => {
    const row = rows.pop()
    if (row === undefined) return
    const [first, second, third, fourth] = row
    if (row.length === 2) addPair(first ?? '', second ?? '')
    // Two fields side by side, or a number before the label.
    else if (row.length === 4 && isKnown(first ?? '') && isKnown(third ?? '')) {
      addPair(first ?? '', second ?? '')
      addPair(third ?? '', fourth ?? '')
    } else if (row.length === 3 && /^\d{0,3}[.)]?$/u.test((first ?? '').trim())) addPair(second ?? '', third ?? '')
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        found = {
          script: found.script || isActive(name, attributes),
          remote: found.remote || isRemote(name, attributes),
        }
        if (silent.has(name)) silentDepth += 1
        if (quotesFrom(name, attributes)) quotedToEnd = true
        if (isQuotation(name, attributes)) quotesAt.push(depth)
        if (name === 'blockquote') quoteDepth += 1
        if (name === 'br') write('\n')
        else if (blocks.has(name)) {
          if (name !== 'dd') endBold()
          write('\n')
        }
        if (name === 'tr') rows.push([])
        if (name === 'td' || name === 'th') {
          cells += 1
          cellStart = out.length
        }
        if (name === 'dt') {
          endTerm()
          cellStart = out.length
        }
        if (name === 'dd' && term !== null && term.label === '') term = { ...term, start: out.length }
        if (bold.has(name)) {
          endBold()
          boldStart = out.length
        }
        if (name === 'input' && /checkbox|radio/iu.test(attributes.type ?? ''))
          write('checked' in attributes ? ' ☑ ' : ' ☐ ')
      },
      onclosetag(name) {
        if (quotesAt.at(-1) === depth) quotesAt.pop()
        depth -= 1
        if (silent.has(name)) silentDepth = Math.max(0, silentDepth - 1)
        if ((name === 'td' || name === 'th') && cellStart >= 0) {
          rows.at(-1)?.push(since(cellStart))
          cellStart = -1
          write('\t')
        } else if (name === 'tr') {
          endRow()
          write('\n')
        } else if (name === 'dt' && cellStart >= 0) {
          term = { label: since(cellStart), start: out.length }
          cellStart = -1
        } else if (name === 'dl') endTerm()
        else if (bold.has(name) && boldStart >= 0) {
          const label = since(boldStart)
          if (isKnown(label) || /:\s*$/u.test(label)) boldLabel = { label, start: out.length }
          boldStart = -1
        }
        if (blocks.has(name)) {
          if (name !== 'dt') endBold()
          write('\n')
        }
        if (name === 'blockquote') quoteDepth = Math.max(0, quoteDepth - 1)
      },
      ontext(text) {
        if (silentDepth === 0) write(text.replaceAll(/\s+/gu, ' '))
      },
    },
    { decodeEntities: true },
  )
  const within = () =>
    cells <= letterLimits.htmlCells && depth <= letterLimits.htmlDepth && signs <= letterLimits.textSigns
  for (let at = 0; at < Math.min(html.length, letterLimits.htmlSigns); at += sliceSigns) {
    parser.write(html.slice(at, at + sliceSigns))
    if (!within()) {
      isCut = true
      break
    }
  }
  if (within()) parser.end()
  endBold()
  endTerm()
  return {
    text: tidy(out.join('')),
    ownText: tidy(own.join('')),
    pairs,
    hasScript: found.script,
    hasRemotePictures: found.remote,
    isCut,
  }
}

type Attributes = Readonly<Record<string, string>>

const isActive = (name: string, attributes: Attributes): boolean =>
  active.has(name) ||
  Object.entries(attributes).some(
    ([key, value]) => key.startsWith('on') || /^\s*(?:javascript|vbscript|data:text\/html)/iu.test(value.slice(0, 100)),
  ) ||
  (name === 'meta' && /refresh/iu.test(attributes['http-equiv'] ?? ''))

const isRemote = (
  name: string,
  { src = '', background = '', style = '', href = '', srcset = '' }: Attributes,
): boolean =>
  [src, background, srcset, name === 'link' ? href : '', /url\s*\(/iu.test(style) ? style : ''].some(text =>
    remote.test(text.slice(0, 2_000)),
  )

/** Places after which mail programs put the letter that is answered. */
const quotesFrom = (name: string, { id = '' }: Attributes): boolean =>
  name !== 'body' && /divRplyFwdMsg|appendonsend/iu.test(id)

/** Elements in which mail programs put the letter that is answered, or the line above it. */
const isQuotation = (name: string, { class: classes = '' }: Attributes): boolean =>
  name !== 'body' && /gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote/iu.test(classes)

/** Lines without spaces at their ends, no more than one empty line together. */
const tidy = (text: string): string =>
  text
    .replaceAll(/[ \f\r]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
