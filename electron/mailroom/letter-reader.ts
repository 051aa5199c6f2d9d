import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'

/** Understands a raw letter; profiles say what sites call the fields. Never rejects for what stands in a letter. */
export type LetterReader = (raw: Uint8Array, profiles: readonly MappingProfile[]) => Promise<LetterReading>
