import { readFile } from 'node:fs/promises'
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import * as z from 'zod'
import { Regulation } from '../../shared/regulation/regulation.ts'
import { parsedOnce } from '../parsed-once.ts'

/** One thing wrong in a regulation file, where a person can find it. */
export interface RegulationFault {
  /** From 1. */
  readonly line: number
  /** From 1, in characters. */
  readonly column: number
  /** `limits.talk.amount`, `outcomes[3].code`; empty for the file as a whole. */
  readonly field: string
  /** Russian. */
  readonly message: string
}

/** A regulation file that cannot be used; its message names the file and every fault with line, column and field. */
export class RegulationError extends Error {
  readonly file: string
  readonly faults: readonly RegulationFault[]
  constructor(file: string, faults: readonly RegulationFault[]) {
    const lines = faults.map(({ line, column, field, message }) => {
      const place = `${file}:${line}:${column}`
      return field === '' ? `${place}: ${message}` : `${place}: ${field}: ${message}`
    })
    super(lines.join('\n'))
    this.file = file
    this.faults = faults
  }
}

/** Reads and checks a regulation file. Throws RegulationError, or the error of the file system. */
export async function readRegulation(file: string): Promise<Regulation> {
  return parseRegulation(await readFile(file, 'utf8'), file)
}

/** Checks the text of a regulation file; `file` is only named in errors. */
export function parseRegulation(source: string, file: string): Regulation {
  // Windows editors put a byte order mark in front.
  const text = source.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const at = (offset: number, field: string, message: string): RegulationFault => ({
    ...positionOf(text, offset),
    field,
    message,
  })
  if (!tree || errors.length > 0) {
    const faults = errors.map(({ error, offset }) => at(offset, '', `ошибка JSON: ${printParseErrorCode(error)}`))
    throw new RegulationError(file, faults.length > 0 ? faults : [at(0, '', 'файл пуст')])
  }
  const repeated = repeatedKeys(tree).map(key => at(key.offset, String(key.value), 'поле указано дважды'))
  if (repeated.length > 0) throw new RegulationError(file, repeated)

  const checked = Regulation.safeParse(JSON.parse(text), { error: z.locales.ru().localeError, ...parsedOnce })
  if (checked.success) return checked.data
  const faults = checked.error.issues.flatMap(issue =>
    placesOf(tree, issue).map(({ node, path }) => at(node.offset, fieldOf(path), issue.message)),
  )
  throw new RegulationError(file, faults)
}

type Path = readonly (string | number)[]

/** Where an issue points: the value itself, the key that should not be there, or the nearest parent of what is missing. */
function placesOf(tree: Node, issue: z.core.$ZodIssue): readonly { node: Node; path: Path }[] {
  const path = issue.path.filter(part => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const value = findNodeAtLocation(tree, [...path, key])
      return { node: value?.parent ?? nearest(tree, path), path: [...path, key] }
    })
  }
  return [{ node: nearest(tree, path), path }]
}

function nearest(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

/** JSON.parse would silently keep the last of two equal keys. */
function repeatedKeys(node: Node): readonly Node[] {
  const children = node.children ?? []
  const inside = children.flatMap(repeatedKeys)
  if (node.type !== 'object') return inside
  const seen = new Set<unknown>()
  const repeated: Node[] = []
  for (const property of children) {
    const key = property.children?.[0]
    if (!key) continue
    if (seen.has(key.value)) repeated.push(key)
    seen.add(key.value)
  }
  return [...repeated, ...inside]
}

const fieldOf = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
