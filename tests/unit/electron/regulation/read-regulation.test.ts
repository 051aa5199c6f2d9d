import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegulationError, readRegulation } from '../../../../electron/regulation/read-regulation.ts'

const realFile = join(import.meta.dirname, '../../../../resources/regulations/kuzbass-121.json')
let folder = ''
let text = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regulation-'))
  text = await readFile(realFile, 'utf8')
})
afterAll(() => rm(folder, { recursive: true }))

/** Where the only occurrence of a fragment stands in the file, from 1. */
function placeOf(source: string, fragment: string): { line: number; column: number } {
  const offset = source.indexOf(fragment)
  if (offset < 0 || source.indexOf(fragment, offset + 1) >= 0) throw new Error(`Not exactly once: ${fragment}`)
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

async function faultsOf(source: string) {
  const file = join(folder, 'broken.json')
  await writeFile(file, source)
  const error = await readRegulation(file).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof RegulationError)) throw new Error(`Read without a fault, or: ${error}`)
  return { file, message: error.message, faults: error.faults }
}

test('the real file is read, also with the byte order mark of Windows editors', async () => {
  expect((await readRegulation(realFile)).id).toBe('kuzbass-121')
  const marked = join(folder, 'marked.json')
  await writeFile(marked, `\uFEFF${text}`)
  expect((await readRegulation(marked)).outcomes).toHaveLength(16)
})

interface Break {
  readonly name: string
  readonly from: string
  readonly to: string
  /** A fragment of the broken file that starts where the fault must be shown. */
  readonly shownAt: string
  readonly field: string
  readonly says: RegExp
}

const heldDraft =
  '"draft": "{date}, {from}–{to}. [Гражданин уведомлен о видеозаписи в {notice}. ][{contact} ][{presence} ]Личный прием проведен. Личность'
const breaks: readonly Break[] = [
  {
    name: 'a missing comma',
    from: '"version": 1,',
    to: '"version": 1',
    shownAt: '"title": "Порядок',
    field: '',
    says: /CommaExpected/,
  },
  {
    name: 'a comma too many',
    from: '"validTo": null,\n  "limits"',
    to: '"validTo": null,,\n  "limits"',
    shownAt: ',\n  "limits"',
    field: '',
    says: /ошибка JSON/,
  },
  {
    name: 'a comment',
    from: '"version": 1,',
    to: '"version": 1, // первая',
    shownAt: '// первая',
    field: '',
    says: /InvalidCommentToken/,
  },
  {
    name: 'a number in quotes',
    from: '"talk": { "amount": 15,',
    to: '"talk": { "amount": "15",',
    shownAt: '"15"',
    field: 'limits.talk.amount',
    says: /число|number/i,
  },
  {
    name: 'zero minutes',
    from: '"talk": { "amount": 15,',
    to: '"talk": { "amount": 0,',
    shownAt: '0, "unit": "minute", "clause": "п. 3.10"',
    field: 'limits.talk.amount',
    says: /0/,
  },
  {
    name: 'another unit',
    from: '"amount": 15, "unit": "minute"',
    to: '"amount": 15, "unit": "second"',
    shownAt: '"second", "clause": "п. 3.10"',
    field: 'limits.talk.unit',
    says: /minute/,
  },
  {
    name: 'a bad clause of a limit',
    from: '"clause": "п. 3.10"',
    to: '"clause": "3.10"',
    shownAt: '"3.10"',
    field: 'limits.talk.clause',
    says: /пункт пишется/,
  },
  {
    name: 'a bad clause of an outcome',
    from: '"clause": "п. 3.12 абз. 3"',
    to: '"clause": "абзац 3"',
    shownAt: '"абзац 3"',
    field: 'outcomes[5].clause',
    says: /пункт пишется/,
  },
  {
    name: 'a missing limit',
    from: '    "undo": { "amount": 10, "unit": "second", "clause": null }',
    to: '    "undo_": { "amount": 10, "unit": "second", "clause": null }',
    shownAt: '{\n    "noShow"',
    field: 'limits.undo',
    says: /./,
  },
  {
    name: 'an unknown field',
    from: '"validTo": null,',
    to: '"validTo": null,\n  "until": null,',
    shownAt: '"until"',
    field: 'until',
    says: /./,
  },
  {
    name: 'a field given twice',
    from: '"version": 1,',
    to: '"version": 1,\n  "version": 2,',
    shownAt: '"version": 2',
    field: 'version',
    says: /дважды/,
  },
  {
    name: 'an unknown outcome',
    from: '"code": "abuse"',
    to: '"code": "rudeness"',
    shownAt: '"rudeness"',
    field: 'outcomes[7].code',
    says: /./,
  },
  {
    name: 'an outcome given twice',
    from: '"code": "abuse"',
    to: '"code": "other" ',
    shownAt: '"other",',
    field: 'outcomes[13].code',
    says: /«other» указан дважды/,
  },
  {
    name: 'an unknown place in a draft',
    from: heldDraft,
    to: heldDraft.replace('{from}', '{start}'),
    shownAt: '"{date}, {start}',
    field: 'outcomes[0].draft',
    says: /неизвестное место \{start\}/,
  },
  {
    name: 'a draft with one bracket',
    from: heldDraft,
    to: heldDraft.replace('[Гражданин', 'Гражданин'),
    shownAt: '"{date}, {from}–{to}. Гражданин',
    field: 'outcomes[0].draft',
    says: /непарная скобка/,
  },
  {
    name: 'a heading too few',
    from: '      "Тематика вопроса",\n',
    to: '',
    shownAt: '[\n      "№ п/п"',
    field: 'journal.columns',
    says: /7/,
  },
  {
    name: 'a date that does not exist',
    from: '"2026-04-03"',
    to: '"2026-02-30"',
    shownAt: '"2026-02-30"',
    field: 'validFrom',
    says: /./,
  },
]

describe('a broken file', () => {
  test.each(breaks)('$name is shown at its line and column', async ({ from, to, shownAt, field, says }) => {
    placeOf(text, from)
    const source = text.replace(from, () => to)
    const { file, message, faults } = await faultsOf(source)
    const place = placeOf(source, shownAt)
    const fault = faults.find(
      other => other.line === place.line && other.column === place.column && other.field === field,
    )
    expect(fault, message).toBeDefined()
    expect(fault?.message).toMatch(says)
    expect(message).toContain(`${file}:${place.line}:${place.column}: ${field}`)
  })

  test('a missing outcome is shown at the list, by its code', async () => {
    const document = JSON.parse(text)
    document.outcomes = document.outcomes.filter((rule: { code: string }) => rule.code !== 'emergency')
    const source = JSON.stringify(document, null, 2)
    const { faults } = await faultsOf(source)
    const { line, column } = placeOf(source, '[\n    {\n      "code": "held"')
    expect(faults).toEqual([{ line, column, field: 'outcomes', message: 'нет результата «emergency»' }])
  })

  test('every fault is named, not only the first', async () => {
    const source = text.replace('"clause": "п. 3.10"', '"clause": "3.10"').replace('"amount": 2,', '"amount": -2,')
    const { faults } = await faultsOf(source)
    expect(faults.map(({ field }) => field)).toEqual(['limits.talk.clause', 'limits.recordingRetention.amount'])
  })

  test.each(['', '   \n', 'null', '[]', '"text"'])('%j is no regulation', async source => {
    const { faults } = await faultsOf(source)
    expect(faults[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
  })

  test('a file that is not there is the error of the file system', async () => {
    await expect(readRegulation(join(folder, 'absent.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
