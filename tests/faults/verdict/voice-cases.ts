import { generatedTake, type PartPlan } from '../../integration/recording-proof/recording-folder.ts'
import type { FaultCase } from './cases.ts'
import { filmOf, takeOf } from './film-bytes.ts'

/** A minute of talk: long enough for a third of it to be longer than a pause. */
const seconds = 60
/** Two seconds of every four, so that both are heard by turns; silent in between `silentFrom` and `silentTo`. */
export const tone = (hertz: number, turn: 0 | 2, silentFrom: number, silentTo: number): string =>
  `sine=frequency=${hertz}:sample_rate=48000,volume='if(between(t,${silentFrom},${silentTo}),0,lt(mod(t+${turn},4),2))':eval=frame`

/**
 * One voice lost on its side alone, by where and for how long. A voice that is missing at an edge for more than a third of
 * the talk, or nearly everywhere, is told; a listener may be silent in between, and for less than that at an edge.
 */
export const voiceCases: readonly FaultCase[] = (['citizen', 'specialist'] as const).flatMap(side =>
  (
    [
      ['beginning', 0, 5, 'sound'],
      ['beginning', 0, 12, 'sound'],
      ['beginning', 0, 25, 'doubtful'],
      ['beginning', 0, 45, 'doubtful'],
      ['middle', 28, 33, 'sound'],
      ['middle', 18, 42, 'sound'],
      ['end', 55, seconds, 'sound'],
      ['end', 48, seconds, 'sound'],
      ['end', 35, seconds, 'doubtful'],
      ['end', 12, seconds, 'doubtful'],
      ['whole talk', 0, seconds, 'doubtful'],
    ] as const
  ).map(([place, from, to, verdict]) => ({
    name: `the ${side}'s voice alone is lost at the ${place}, ${to - from} s of ${seconds}`,
    parts: async (): Promise<PartPlan[]> => {
      const take = await generatedTake({
        ...{ seconds, picture: 'testsrc2=size=160x90:rate=5' },
        citizen: side === 'citizen' ? tone(300, 0, from, to) : tone(300, 0, -2, -1),
        specialist: side === 'specialist' ? tone(900, 2, from, to) : tone(900, 2, -2, -1),
      })
      // Chunks by time, as the page makes them: silence has hardly any bytes.
      return [{ take: takeOf(filmOf(take, 1)), startsAfterMs: 0 }]
    },
    allowed: [verdict],
  })),
)
