import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../../electron/letters/read-letter.ts'
import { LetterReading } from '../../../../shared/letters/letter-reading.ts'
import { kindSamples } from '../../../fixtures/letters/kind-samples.ts'
import { samples } from '../../../fixtures/letters/samples.ts'

const nowMs = Date.parse('2026-11-20T03:00:00Z')
const file = (name: string): Buffer => readFileSync(new URL(`../../../fixtures/letters/${name}.eml`, import.meta.url))

describe('sample letters', () => {
  test.each(Object.keys(samples))('%s', async name => {
    const expected = samples[name]
    if (expected === undefined) throw new Error('no such sample')
    const raw = file(name)
    expect(raw.equals(expected.raw), 'the file is as make-letters.ts writes it').toBe(true)
    const reading = LetterReading.parse(await readLetter(raw, [], nowMs))

    expect(reading.kind).toBe(expected.kind)
    const fields = reading.application?.fields ?? []
    const values = Object.fromEntries(fields.map(field => [field.name, field.value]))
    if (expected.fields) expect(values).toMatchObject(expected.fields)
    if (expected.problems)
      expect(fields.filter(({ problem }) => problem !== null).map(field => field.name)).toEqual(expected.problems)
    if (expected.missing) expect(reading.application?.missing).toEqual(expected.missing)
    if (expected.unknown)
      expect((reading.application?.unknown ?? []).map(({ label }) => label)).toEqual(expected.unknown)
    if (expected.warnings) expect(reading.warnings).toEqual(expected.warnings)
    expect(reading.reply?.proposal).toBe(expected.reply)
    if (expected.report) expect(reading.report).toEqual(expected.report)
    if (expected.textHas) expect(reading.text).toContain(expected.textHas)
    if (expected.files) expect(reading.attachments.map(({ name }) => name)).toEqual(expected.files)
    if (expected.subject) expect(reading.subject).toBe(expected.subject)
  })

  test('there are sixty of them and more', () => expect(Object.keys(samples).length).toBeGreaterThan(60))
  test('sixty of them and more are of kinds public trackers know', () =>
    expect(Object.keys(kindSamples).length).toBeGreaterThanOrEqual(60))
})
