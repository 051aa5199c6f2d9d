import type { LabelPair } from './label-pair.ts'
import { longestValueSigns, mostPairs } from './text-pairs.ts'

/** Deeper nothing is looked at. */
const deepest = 8
const labelKeys = ['label', 'title', 'name', 'key', 'field', 'caption', 'название', 'поле']
const valueKeys = ['value', 'answer', 'text', 'val', 'значение', 'ответ']

/**
 * Fields of a JSON form: keys and values of nested objects, and lists of {label, value}. null: it is no JSON, or none
 * with fields.
 */
export function pairsOfJson(text: string): LabelPair[] | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof content !== 'object' || content === null) return null
  const pairs: LabelPair[] = []
  collect(content, 0, pairs)
  return pairs
}

function collect(node: object, depth: number, pairs: LabelPair[]): void {
  if (depth > deepest) return
  const named = labelled(node)
  if (named !== null) {
    take(named.label, named.value, depth, pairs)
    return
  }
  for (const [key, value] of Object.entries(node)) {
    if (pairs.length >= mostPairs) return
    if (Array.isArray(node)) {
      if (typeof value === 'object' && value !== null) collect(value, depth + 1, pairs)
    } else take(key, value, depth, pairs)
  }
}

function take(label: string, value: unknown, depth: number, pairs: LabelPair[]): void {
  if (Array.isArray(value) && value.every(one => typeof one !== 'object')) {
    pairs.push({ label, value: value.map(written).join(', ').slice(0, longestValueSigns), quoted: false })
  } else if (typeof value === 'object' && value !== null) collect(value, depth + 1, pairs)
  else pairs.push({ label, value: written(value).slice(0, longestValueSigns), quoted: false })
}

/** {label: «Фамилия», value: «…»}, however its keys are called. */
function labelled(node: object): { label: string; value: unknown } | null {
  if (Array.isArray(node)) return null
  const entries = Object.entries(node)
  const value = entries.find(([key]) => valueKeys.includes(key.toLocaleLowerCase('ru')))
  const labels = entries.filter(([key]) => labelKeys.includes(key.toLocaleLowerCase('ru')))
  const label = labels.find(([key]) => key !== 'name' && key !== 'key') ?? labels[0]
  if (label === undefined || value === undefined || typeof label[1] !== 'string') return null
  return { label: label[1], value: value[1] }
}

function written(value: unknown): string {
  if (value === true) return 'да'
  if (value === false) return 'нет'
  return value === null || value === undefined ? '' : String(value)
}
