import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { contract } from '../../../../shared/contract/contract.ts'
import { cleanLine, cleanText } from '../../../../shared/text/clean-text.ts'
import { keptAsTyped, typedLine, typedText, unchanged } from '../../../../shared/text/text-schema.ts'

type Leaf = { readonly path: string; readonly schema: z.core.$ZodString }
type Known = z.core.$ZodTypes

/** Every text a caller can give, by where it stands. */
function textsOf(given: z.core.$ZodType, path: string, seen: ReadonlySet<unknown> = new Set()): Leaf[] {
  if (seen.has(given)) return []
  const inside = new Set([...seen, given])
  const into = (schema: z.core.$ZodType, name = '') => textsOf(schema, `${path}${name}`, inside)
  const { def } = (given as Known)._zod
  switch (def.type) {
    case 'string':
      return [{ path, schema: given as z.core.$ZodString }]
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => into(field, `.${name}`))
    case 'array':
      return into(def.element, '[]')
    case 'record':
      return [...into(def.keyType, '{key}'), ...into(def.valueType, '{}')]
    case 'tuple':
      return [...def.items.flatMap((item, index) => into(item, `[${index}]`)), ...(def.rest ? into(def.rest) : [])]
    case 'union':
      return def.options.flatMap(option => into(option))
    case 'intersection':
      return [...into(def.left), ...into(def.right)]
    case 'pipe':
      return into(def.in)
    case 'lazy':
      return into(def.getter())
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return into(def.innerType)
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
    case 'null':
    case 'undefined':
    case 'void':
      return []
    default:
      throw new Error(`${path}: this walk does not know «${def.type}»`)
  }
}

const schemas = Object.entries(contract).flatMap(([group, calls]) =>
  Object.entries(calls).flatMap(([name, call]) => {
    const input = call['~orpc'].inputSchema as z.core.$ZodType | undefined
    return input ? [{ path: `${group}.${name}`, schema: input }] : []
  }),
)
const leaves = schemas.flatMap(({ path, schema }) => textsOf(schema, path))

/** How a text is kept in its normal form; null: it is not. */
function howKept({ _zod: { def } }: z.core.$ZodString): 'clean' | 'kept' | 'format' | null {
  const checks = (def.checks ?? []).map(check => check._zod.def as { check: string; tx?: unknown; pattern?: RegExp })
  if (checks.some(({ tx }) => tx === cleanText || tx === cleanLine)) return 'clean'
  if (checks.some(({ tx }) => tx === unchanged)) return 'kept'
  // The library's own formats (dates, addresses, identifiers) let letters and digits pass alone.
  if ('format' in def && def.format !== 'regex') return 'format'
  const patterns = checks.flatMap(({ pattern }) => pattern ?? [])
  return patterns.length > 0 && patterns.every(isVisible) ? 'format' : null
}

/** The expression lets nothing unseen pass, wherever it stands in a text it knows. */
const isVisible = (pattern: RegExp): boolean =>
  fc
    .sample(fc.stringMatching(pattern), 50)
    .every(text =>
      [0, 1, text.length].every(at =>
        ['\u0000', '\u0007', '\u00a0', '\u200b', '\u202e', '\ufeff', 'е\u0308'].every(
          sign => !new RegExp(pattern).test(text.slice(0, at) + sign + text.slice(at)),
        ),
      ),
    )

test('the walk reaches the texts of the whole contract', () => {
  expect(schemas.length).toBeGreaterThan(80)
  const paths = leaves.map(({ path }) => path)
  expect(paths).toContain('applications.register.fields.familyName')
  expect(paths).toContain('receptions.saveNote.note')
  expect(paths).toContain('applications.complete.fields.topic')
})

test('every text of the contract is in its normal form, or is said to stay as typed', () => {
  const bare = leaves.filter(({ schema }) => howKept(schema) === null).map(({ path }) => path)
  // JSON between the page and the media server: nobody types it, nobody reads it.
  expect(bare.filter(path => !path.startsWith('equipment.askServer.data'))).toEqual([])
})

/** Secrets, paths and whole files; anything else that is shown to a person may not be here. */
test('what stays as typed is a secret, a path, a device or a whole file', () => {
  const kept = leaves.filter(({ schema }) => howKept(schema) === 'kept').map(({ path }) => path)
  for (const path of kept) {
    expect(path).toMatch(
      /(?:[Pp]assword|[Dd]irectory|secret|caFile|folder|microphoneId|groupId|sample|before|certificateAuthority|\.text)$/u,
    )
  }
})

test.each<[string, z.ZodType]>([
  ['a bare text', z.string()],
  ['one that is only trimmed', z.string().trim().max(10)],
  ['one any expression lets pass', z.string().regex(/^[^<>]+$/u)],
  ['one behind null and default', z.strictObject({ note: z.string().nullable().default('') })],
  ['one in a list', z.array(z.union([z.int(), z.string()]))],
])('%s is found out', (_, schema) => {
  expect(textsOf(schema, 'x').map(leaf => howKept(leaf.schema))).toContain(null)
})

test('the three helpers', () => {
  expect(typedText().trim().min(1).safeParse('\u200b\t').success).toBe(false)
  expect(typedText().parse('а\u200bб\r\nв')).toBe('аб\nв')
  expect(typedLine().parse(' а\u00a0\nб ')).toBe('а б')
  expect(keptAsTyped().parse('а\u200b\t')).toBe('а\u200b\t')
})
