import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHelpCards } from '../../../../electron/reception/read-help-cards.ts'
import { HelpDevice, HelpTopic } from '../../../../shared/reception/event.ts'

const file = 'resources/help-cards.json'

test('there is a card for every device and topic, and where they come from is said', async () => {
  const { cards, source } = await readHelpCards(file)
  expect(cards).toHaveLength(HelpDevice.options.length * HelpTopic.options.length)
  expect(source).toMatch(/telemost/)
  // Read aloud: full sentences, none longer than a breath.
  for (const line of cards.flatMap(card => card.lines)) {
    expect(line).toMatch(/[.!?]$/)
    expect(line.length).toBeLessThan(180)
  }
})

test('a missing card is a broken file', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'videopriem-help-'))
  try {
    const { cards, ...rest } = await readHelpCards(file)
    const broken = join(directory, 'help.json')
    await writeFile(broken, JSON.stringify({ ...rest, cards: cards.slice(1) }))
    await expect(readHelpCards(broken)).rejects.toThrow(/android, sound/)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
