import { unpacksAsListed } from './verify-zip.ts'
import { documentText } from './xml-text.ts'
import { zipDirectory } from './zip-directory.ts'

/** Of a Word template; a text document with a coat of arms is far smaller. */
const longestTemplateBytes = 5 * 1024 * 1024
const longestInflatedBytes = 50 * 1024 * 1024

/** Filled texts by tag; a list is a loop (`{#rows}…{/rows}`). */
export type TemplateData = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

export type TemplateFault =
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'notWord' }
  | { readonly kind: 'tags'; readonly missing: readonly string[]; readonly unknown: readonly string[] }

/** Fills a Word template in. Tags without a value would silently be empty: who fills gives them all. */
export async function fillTemplate(template: Buffer, data: TemplateData): Promise<Buffer> {
  // Loaded when the first document is made: a workplace starts without it.
  const { TemplateHandler } = await import('easy-template-x')
  // The library's own types want mutable data.
  return await new TemplateHandler().process(template, writable(data) as never)
}

/** What a document can hold of every text: a vertical tab in one name would keep Word from opening the whole file. */
const writable = (data: TemplateData) =>
  Object.fromEntries(
    Object.entries(data).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? documentText(value) : value.map(texts => textsOf(texts)),
    ]),
  )

const textsOf = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, documentText(text)]))

/** What is wrong with a template for these tags; null where it can be used. */
export async function templateFault(template: Buffer, tags: readonly string[]): Promise<TemplateFault | null> {
  if (template.length > longestTemplateBytes) return { kind: 'tooBig' }
  const files = zipDirectory(template)
  if (files === null) return { kind: 'notWord' }
  const inflated = files.reduce((sum, { inflatedBytes }) => sum + inflatedBytes, 0)
  if (inflated > longestInflatedBytes) return { kind: 'tooBig' }
  if (!(await unpacksAsListed(template, files))) return { kind: 'notWord' }
  const found = await tagsOf(template)
  if (found === null) return { kind: 'notWord' }
  const missing = tags.filter(tag => !found.includes(tag))
  const unknown = [...new Set(found)].filter(tag => !tags.includes(tag))
  return missing.length === 0 && unknown.length === 0 ? null : { kind: 'tags', missing, unknown }
}

/** Names of the tags of all parts; null where it is no Word document or its braces do not match. */
async function tagsOf(template: Buffer): Promise<string[] | null> {
  const { TemplateHandler } = await import('easy-template-x')
  try {
    return (await new TemplateHandler().parseTags(template)).map(({ name }) => name)
  } catch {
    return null
  }
}
