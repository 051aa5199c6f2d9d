import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'

/**
 * Understands a raw letter; profiles say what sites call the fields. Never rejects for what stands in a letter. `atMs`: when
 * it came, ages and dates to come are judged by it; now where nothing is given.
 */
export type LetterReader = (
  raw: Uint8Array,
  profiles: readonly MappingProfile[],
  atMs?: number,
) => Promise<LetterReading>
