import type { Coverage, TrackCoverage } from '../../shared/recording/slip.ts'

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** What was measured of the talk, a line a track; what was not measured is said to be so. */
export function coverageLines(coverage: Coverage | undefined): readonly string[] {
  if (coverage === undefined) return ['coverage of the talk: not measured']
  const { talk, picture, freshPicture, sound, citizenVoice, specialistVoice } = coverage
  const line = (track: string, found: TrackCoverage | null): string =>
    `  ${track.padEnd(20)}${found === null ? 'not measured' : `${seconds(found.coveredMs)}, longest hole ${seconds(found.longestHoleMs)}`}`
  return [
    `coverage of the talk${talk === null ? ' (the file stands for it)' : `, ${seconds(talk.endMs - talk.startMs)}`}:`,
    line('picture', picture),
    line('fresh picture', freshPicture),
    line('sound', sound),
    line('citizen’s voice', citizenVoice),
    line('specialist’s voice', specialistVoice),
  ]
}
