import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkRange } from '../../../electron/recording/proof/check-range.ts'
import { makeRangeFinder } from '../../../shared/media/range-finder.ts'
import { ffmpegPath, thresholds } from './recording-folder.ts'

// The film: a captured tab that stood still and then moved, its packets' times kept, the picture made small.
test('a standing picture that begins to move loses none of its pictures in the check', async () => {
  const file = path.join(import.meta.dirname, '../../fixtures/media/still-then-motion.webm')
  const finder = makeRangeFinder({ longestMs: 60_000 })
  finder.push(await readFile(file))
  const headerLength = finder.summary().headerLength ?? 0
  const range = finder.nextClosed() ?? finder.rest()
  if (range === null) throw new Error('no range in the film')
  expect(range.videoBlocks).toBeGreaterThan(100)
  const { blackLuma } = thresholds
  const check = await checkRange({ ffmpegPath, file, headerLength, range, blackLuma, lowPriority: false })
  expect(check).toMatchObject({ kind: 'checked', range: { frames: range.videoBlocks, decodeErrors: 0 } })
})
