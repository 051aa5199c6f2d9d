import { Parser } from 'htmlparser2'
import type { LabelPair } from '../../shared/letters/label-pair.ts'
import { longestValueSigns, mostPairs } from '../../shared/letters/text-pairs.ts'

const mostRows = 200
const mostTitleRows = 5
/** Fewer unknown names are no form. */
const fewestUnknown = 3
const deepest = 32
const pair = (label: string, value: string): LabelPair => ({
  ...{ label: label.trim().slice(0, 300), value: value.trim().slice(0, longestValueSigns), quoted: false },
})

/**
 * Fields of a table in CSV: a line of names above a line of values, or a name and its value in each line. Semicolons, commas
 * and tabs part them. Of several lines of values the first one counts.
 */
export function pairsOfCsv(text: string, isKnown: (label: string) => boolean): LabelPair[] {
  const clean = text.replace(/^\uFEFF/u, '').replace(/^sep=.\r?\n/iu, '')
  const tables = [';', '\t', ',', '|'].map(separator => rowsOf(clean, separator))
  const known = (cells: readonly string[]) => cells.filter(cell => isKnown(cell)).length
  const ways = tables.flatMap(rows => {
    // A title may stand above the names.
    const at = rows
      .slice(0, mostTitleRows)
      .reduce((best, row, index) => (known(row) > known(rows[best] ?? []) ? index : best), 0)
    const [names = [], values = []] = rows.slice(at)
    const inLines = rows.filter(row => row.length >= 2)
    return [
      { hits: known(names), pairs: names.map((name, at) => pair(name, values[at] ?? '')) },
      {
        hits: known(inLines.map(([name = '']) => name)),
        pairs: inLines.map(([name = '', ...rest]) => pair(name, rest.join(' ').trim())),
      },
    ]
  })
  const best = ways.reduce((one, other) => (other.hits > one.hits ? other : one))
  const pairs = best.hits === 0 ? unknownTable(tables) : best.pairs
  return pairs.filter(({ label }) => label !== '').slice(0, mostPairs)
}

/** No name is known: one line of names above one of values, or names and values in two columns; else no form. */
function unknownTable(tables: readonly string[][][]): LabelPair[] {
  const ways = tables.map(rows => {
    const [names = [], values = []] = rows
    if (rows.length === 2 && names.length >= fewestUnknown && names.length === values.length) {
      return names.map((name, at) => pair(name, values[at] ?? ''))
    }
    const isTwoColumns = rows.length >= fewestUnknown && rows.every(row => row.length === 2)
    return isTwoColumns ? rows.map(([name = '', value = '']) => pair(name, value)) : []
  })
  return ways.reduce((one, other) => (other.length > one.length ? other : one))
}

/** Cells may stand in quotes and hold line ends then. */
function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = () => {
    row.push(cell)
    if (row.some(one => one.trim() !== '')) rows.push(row)
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length && rows.length < mostRows; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}

interface Element {
  readonly name: string
  readonly label: string | null
  text: string
  hasChildren: boolean
  /** Texts of its children, by their small names. */
  readonly parts: Map<string, string>
}

const labelNames = ['label', 'title', 'caption', 'название', 'наименование', 'поле', 'name', 'имя', 'key', 'code', 'id']
const valueNames = ['value', 'val', 'answer', 'text', 'значение', 'ответ']

/**
 * Fields of a form in XML: `<Фамилия>…</Фамилия>`, `<field name="Фамилия">…</field>`, with the value as an attribute too, and
 * `<field><label/><value/></field>`. Nothing of it is fetched, entities of its own are not known.
 */
export function pairsOfXml(text: string): LabelPair[] {
  const pairs: LabelPair[] = []
  const open: Element[] = []
  const take = (label: string, value: string) => {
    if (pairs.length < mostPairs && label.trim() !== '') pairs.push(pair(label, value))
  }
  const parser = new Parser(
    {
      onopentag(whole, attributes) {
        const name = whole.split(':').at(-1) ?? whole
        const parent = open.at(-1)
        if (parent) parent.hasChildren = true
        const told = new Map(
          Object.entries(attributes).map(([key, said]) => [key.split(':').at(-1)?.toLocaleLowerCase('ru') ?? '', said]),
        )
        const named = (names: readonly string[]) =>
          names.map(one => told.get(one)).find(one => one !== undefined) ?? null
        const label = named(labelNames)
        const value = named(valueNames)
        const isWhole = label !== null && value !== null
        if (isWhole) take(label, value)
        if (open.length < deepest * 4) {
          open.push({ name, label: isWhole ? null : label, text: '', hasChildren: isWhole, parts: new Map() })
        }
      },
      ontext(said) {
        const element = open.at(-1)
        if (element && element.text.length < longestValueSigns) element.text += said
      },
      onclosetag() {
        const element = open.pop()
        if (!element) return
        const { name, label, hasChildren, parts } = element
        const small = name.toLocaleLowerCase('ru')
        const isPart = labelNames.includes(small) || valueNames.includes(small)
        const partOf = (names: readonly string[]) => names.map(one => parts.get(one)).find(one => one !== undefined)
        const [inner, value] = [partOf(labelNames), partOf(valueNames)]
        if (!hasChildren && label !== null) take(label, element.text)
        else if (label !== null && value !== undefined) take(label, value)
        else if (inner !== undefined && value !== undefined) take(inner, value)
        else if (hasChildren) for (const [partName, said] of parts) take(partName, said)
        else if (isPart) open.at(-1)?.parts.set(small, element.text)
        else take(name.replaceAll(/[_.-]+/gu, ' '), element.text)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text.replace(/^\uFEFF/u, ''))
  parser.end()
  return pairs
}
