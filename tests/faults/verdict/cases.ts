import type { PartLogLine, SessionLogLine } from '../../../shared/recording/part-log.ts'
import type { Verdict } from '../../../shared/recording/slip.ts'
import {
  begunAt,
  chromiumTake,
  generatedTake,
  type PartPlan,
  type Take,
  zeroAtMs,
} from '../../integration/recording-proof/recording-folder.ts'
import { emptied, type Film, filmOf, repeated, takeOf, withoutBlocks } from './film-bytes.ts'
import { tone, voiceCases } from './voice-cases.ts'

/** One recording with a fault (or none), and the verdicts that are true of it. */
export interface FaultCase {
  readonly name: string
  /** Made only where the case is taken, if that takes time. */
  readonly parts: readonly PartPlan[] | (() => Promise<readonly PartPlan[]>)
  readonly sessionLog?: readonly SessionLogLine[]
  readonly allowed: readonly Verdict[]
}

const whole: readonly Verdict[] = ['sound']
const notSound: readonly Verdict[] = ['doubtful', 'damaged']
const notDamaged: readonly Verdict[] = ['sound', 'doubtful']
const remarked: readonly Verdict[] = ['doubtful']
const damaged: readonly Verdict[] = ['damaged']

const short = filmOf(await chromiumTake(1), 1)
const second = await chromiumTake(2)
const otherCodec = await chromiumTake('h264')
const long = repeated(short, 4)
const longTake = takeOf(long)
const shortTake = takeOf(short)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const one = (take: Take, rest: Partial<PartPlan> = {}): PartPlan[] => [{ take, startsAfterMs: 0, ...rest }]

/** Where chunk `index` lies on the disk. */
const placeOf = (index: number): readonly [number, number] => {
  const from = shortTake.chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.byteLength, 0)
  return [from, from + (shortTake.chunks[index]?.byteLength ?? 0)]
}
const chunkOf = (bytes: Buffer, index: number): Buffer => bytes.subarray(...placeOf(index))

/** Each track × beginning, middle, end × length. */
function lostTracks(film: Film, filmName: string): FaultCase[] {
  return (['picture', 'sound'] as const).flatMap(kind =>
    (['beginning', 'middle', 'end'] as const).flatMap(place =>
      [300, 800, 2_800, 3_500, 5_000, 10_000, 20_000]
        .filter(lostMs => lostMs < film.durationMs - 1_000)
        // Later pictures are made of those taken out: only at the end is a short loss nothing but short.
        .filter(lostMs => lostMs >= 2_500 || kind === 'sound' || place === 'end')
        .map(lostMs => {
          const fromMs = { beginning: 0, middle: (film.durationMs - lostMs) / 2, end: film.durationMs - lostMs }[place]
          // The last pictures may stand behind the length of the sound, and cannot be decoded without those before.
          const untilMs = place === 'end' ? Number.POSITIVE_INFINITY : fromMs + lostMs
          const take = takeOf(
            withoutBlocks(film, block => block.kind === kind && block.timeMs >= fromMs && block.timeMs < untilMs),
          )
          return {
            name: `${filmName}: ${kind} lost at the ${place} for ${lostMs} ms`,
            parts: one(take),
            allowed: lostMs >= 2_500 ? notSound : whole,
          }
        }),
    ),
  )
}

/** The track is there and alive, and nothing ever came of it. */
const emptyTracks = (): FaultCase[] =>
  (['picture', 'sound'] as const).flatMap(kind =>
    [short, long].map(film => ({
      name: `${film.durationMs} ms, and not a single packet of ${kind}`,
      parts: one(takeOf(withoutBlocks(film, block => block.kind === kind))),
      allowed: damaged,
    })),
  )

const changedByte = (take: Take, share: number): PartPlan[] =>
  one(take, {
    onDisk: bytes => {
      const changed = Buffer.from(bytes)
      const at = Math.floor(bytes.length * share)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      return changed
    },
  })

const logUpTo = (count: number) => (lines: PartLogLine[]) => {
  let seen = 0
  return lines.filter(line => (line.kind === 'chunk' ? seen++ < count : line.kind !== 'stopped'))
}

const setClock = (fromChunk: number, byMs: number) => (lines: PartLogLine[]) =>
  lines.map(line => {
    if (line.kind === 'chunk' && line.sequence >= fromChunk) return { ...line, atMs: line.atMs + byMs }
    return line.kind === 'stopped' ? { ...line, stoppedAtMs: line.stoppedAtMs + byMs } : line
  })

const heldUp = (fromMs: number, untilMs: number) => (lines: PartLogLine[]) =>
  lines.map(line =>
    line.kind === 'chunk' && line.atMs >= zeroAtMs + fromMs && line.atMs < zeroAtMs + untilMs
      ? { ...line, atMs: zeroAtMs + untilMs }
      : line,
  )

const talk = (fromMs: number, toMs: number): SessionLogLine[] => [
  { kind: 'marker', code: 'connected', atMs: zeroAtMs + fromMs },
  { kind: 'marker', code: 'ended', atMs: zeroAtMs + toMs },
  { kind: 'finished', atMs: zeroAtMs + toMs },
]
const frames = (placeholders: readonly number[]): SessionLogLine[] =>
  placeholders.map((placeholder, index) => ({
    kind: 'frames',
    atMs: zeroAtMs + (index + 1) * 5_000,
    fresh: placeholder > 0 ? 0 : 125,
    repeated: 0,
    placeholder,
    dropped: 0,
  }))

/** Behind the last logged byte nothing was promised. */
function tails(): FaultCase[] {
  const kill = (count: number) => ({ end: null, onLog: logUpTo(count) })
  const chunks = longTake.chunks.length
  return [
    ...[1, 511, 512, 4_096, 65_536, 1_000_000].map(zeros => ({
      name: `${zeros} zeros behind the last logged byte`,
      parts: one(longTake, { onDisk: bytes => Buffer.concat([bytes, Buffer.alloc(zeros)]) }),
      allowed: whole,
    })),
    ...times(12, index => ({
      name: `killed in the middle of a chunk, ${index}/12 of it on the disk`,
      parts: one(longTake, {
        ...kill(chunks - 8),
        onDisk: bytes => {
          const logged = longTake.chunks.slice(0, chunks - 8).reduce((sum, chunk) => sum + chunk.byteLength, 0)
          return bytes.subarray(0, logged + Math.floor(((longTake.chunks[chunks - 8]?.byteLength ?? 0) * index) / 12))
        },
      }),
      allowed: whole,
    })),
    ...times(chunks - 8, count => ({
      name: `the log ends after ${count} of ${chunks} chunks`,
      parts: one(longTake, kill(count)),
      allowed: notSound,
    })),
    { name: 'one chunk without its line', parts: one(longTake, kill(chunks - 1)), allowed: notDamaged },
  ]
}

function clocks(): FaultCase[] {
  const long = longTake.chunks.length
  return [
    ...[-3_600_000, -60_000, -5_000, -3_000, 3_000, 5_000, 60_000, 3_600_000].flatMap(byMs =>
      [5, Math.floor(long / 4), Math.floor(long / 2), Math.floor((3 * long) / 4), long - 6].map(fromChunk => ({
        name: `clock set by ${byMs} ms at chunk ${fromChunk}`,
        parts: one(longTake, { onLog: setClock(fromChunk, byMs) }),
        allowed: remarked,
      })),
    ),
    ...[2_000, 5_000, 10_000, 15_000].flatMap(lateMs =>
      [2_000, 6_000, 10_000].map(fromMs => ({
        name: `the workstation stood still for ${lateMs} ms from ${fromMs} ms`,
        parts: one(longTake, { onLog: heldUp(fromMs, fromMs + lateMs) }),
        allowed: whole,
      })),
    ),
  ]
}

function talks(): FaultCase[] {
  const lengthMs = long.durationMs
  return [
    { name: 'the talk is the recording', parts: one(longTake), sessionLog: talk(0, lengthMs), allowed: whole },
    { name: 'pressed two seconds before', parts: one(longTake), sessionLog: talk(-2_000, lengthMs), allowed: whole },
    ...[-8_000, -30_000, -300_000].map(fromMs => ({
      name: `the talk began ${-fromMs} ms before the recording`,
      parts: one(longTake),
      sessionLog: talk(fromMs, lengthMs),
      allowed: notSound,
    })),
    ...[4_000, 30_000, 300_000].map(afterMs => ({
      name: `the talk went on for ${afterMs} ms after it`,
      parts: one(longTake),
      sessionLog: talk(0, lengthMs + afterMs),
      allowed: notSound,
    })),
    ...[15, 25].map(count => ({
      name: `${count * 3} stand-ins for a picture`,
      parts: one(longTake),
      sessionLog: frames([0, 0, count, count, count]),
      allowed: notSound,
    })),
    { name: 'a source chosen anew', parts: one(longTake), sessionLog: frames([0, 0, 10, 0, 0]), allowed: whole },
  ]
}

/** The disk holds other bytes than the page handed over, as many or more. */
function wrongBytes(): FaultCase[] {
  const count = shortTake.chunks.length
  const onDisk = (name: string, change: (bytes: Buffer) => Buffer): FaultCase => ({
    name,
    parts: one(shortTake, { onDisk: change }),
    allowed: damaged,
  })
  return [
    ...times(20, index =>
      onDisk(`512 zeros where bytes were written, at ${index}/20`, bytes => {
        const from = Math.floor(((bytes.length - 512) * index) / 20)
        return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(512), bytes.subarray(from + 512)])
      }),
    ),
    ...times(count - 1, index =>
      onDisk(`chunk ${index} is there twice`, bytes => {
        const [from] = placeOf(index)
        return Buffer.concat([bytes.subarray(0, from), chunkOf(bytes, index), bytes.subarray(from)])
      }),
    ),
    ...times(count - 1, index =>
      onDisk(`chunks ${index} and ${index + 1} changed places`, bytes => {
        const [from] = placeOf(index)
        const [, to] = placeOf(index + 1)
        return Buffer.concat([
          ...[bytes.subarray(0, from), chunkOf(bytes, index + 1)],
          ...[chunkOf(bytes, index), bytes.subarray(to)],
        ])
      }),
    ),
  ]
}

/** The log says another hash, or another length, than the page handed over. */
const wrongLines = (): FaultCase[] =>
  times(shortTake.chunks.length, changed => ({
    name: `line ${changed} has the hash of other bytes`,
    parts: one(shortTake, {
      onLog: lines =>
        lines.map(line =>
          line.kind === 'chunk' && line.sequence === changed ? { ...line, sha256: '0'.repeat(64) } : line,
        ),
    }),
    allowed: damaged,
  }))

/** The log is there and says more, less, or something else than it may, at several places of it. */
function forgedLogs(): FaultCase[] {
  const count = longTake.chunks.length
  const places = [0, 1, Math.floor(count / 3), Math.floor((2 * count) / 3), count - 2]
  const changed = (name: string, change: (lines: PartLogLine[], at: number) => PartLogLine[]): FaultCase[] =>
    places.map(at => ({
      name: `${name}, chunk ${at} of ${count}`,
      // The lines of chunks stand behind those that open the part.
      parts: one(longTake, { onLog: lines => change(lines, lines.findIndex(line => line.kind === 'chunk') + at) }),
      allowed: damaged,
    }))
  const withLength = (byBytes: number) => (lines: PartLogLine[], at: number) =>
    lines.map((line, index) =>
      index === at && line.kind === 'chunk' ? { ...line, byteLength: line.byteLength + byBytes } : line,
    )
  return [
    ...changed('a line stands there twice', (lines, at) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1))),
    ...changed('two lines changed places', (lines, at) => lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse())),
    ...changed('a line tells one byte more', withLength(1)),
    ...changed('a line tells one byte less', withLength(-1)),
    ...changed('a line tells a thousand bytes less', withLength(-1_000)),
    { name: 'no log at all', parts: one(longTake, { onLog: () => [] }), allowed: notSound },
    {
      name: 'a log without a single chunk',
      parts: one(longTake, { onLog: lines => lines.filter(line => line.kind !== 'chunk') }),
      allowed: notSound,
    },
    {
      name: 'a log without its first lines',
      parts: one(longTake, { onLog: lines => lines.filter(({ kind }) => kind !== 'opened' && kind !== 'started') }),
      allowed: notDamaged,
    },
    {
      name: 'more chunks promised at the stop than there are',
      parts: one(longTake, {
        onLog: lines =>
          lines.map(line => (line.kind === 'stopped' ? { ...line, chunkCount: line.chunkCount + 1 } : line)),
      }),
      allowed: damaged,
    },
  ]
}

/** What lies behind the last logged byte and is no media at all. */
const garbageTails = (): FaultCase[] =>
  [0x00, 0x55, 0xa3, 0xff].flatMap(value =>
    [1, 7, 4_096].map(count => ({
      name: `${count} bytes of ${value} behind the last logged byte of a killed part`,
      parts: one(longTake, {
        end: null,
        onLog: (lines: PartLogLine[]) => lines.filter(line => line.kind !== 'stopped'),
        onDisk: (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(count, value)]),
      }),
      allowed: whole,
    })),
  )

/** The clock of the computer is put right, and wrong again. */
const twoSteps = (): FaultCase[] =>
  [
    [60_000, -60_000],
    [-60_000, 60_000],
    [5_000, 5_000],
    [-3_600_000, -5_000],
  ].map(([first = 0, second = 0]) => ({
    name: `clock set by ${first} ms, and later by ${second} ms`,
    parts: one(longTake, { onLog: lines => setClock(36, second)(setClock(14, first)(lines)) }),
    allowed: remarked,
  }))

/** A block without a single byte, of either track, wherever it stands. */
const emptyBlocks = (): FaultCase[] =>
  (['picture', 'sound'] as const).flatMap(kind =>
    [0.2, 0.5, 0.9].map(share => ({
      name: `an empty block of ${kind} at ${share} of the film`,
      parts: one(takeOf(emptied(long, kind, share))),
      allowed: whole,
    })),
  )

const vp8Take = () =>
  generatedTake({
    ...{ seconds: 4, codec: 'libvpx', citizen: tone(300, 0, -2, -1), specialist: tone(900, 2, -2, -1) },
  })
/** Parts of different codecs stay reachable, and are never called one whole recording; one codec alone is as good as another. */
const codecs = (): FaultCase[] => [
  { name: 'VP8', parts: async () => one(await vp8Take()), allowed: whole },
  {
    name: 'VP9, then VP8',
    parts: async () => [...one(second), { take: await vp8Take(), startsAfterMs: 4_100 }],
    allowed: damaged,
  },
  {
    name: 'VP8, then VP9',
    parts: async () => [...one(await vp8Take()), { take: second, startsAfterMs: 4_100 }],
    allowed: damaged,
  },
  {
    name: 'H.264, then VP9',
    parts: [...one(otherCodec), { take: second, startsAfterMs: 3_100 }],
    allowed: damaged,
  },
]

/** The time of a part need not begin with 0; what is lost at its beginning is lost all the same. */
const ownTimes = (): FaultCase[] => [
  ...[5, 1_000, 40_000].map(seconds => ({
    name: `a part whose time begins at ${seconds} s`,
    parts: async () => one(await begunAt(longTake, seconds)),
    allowed: whole,
  })),
  {
    name: 'a second part whose time begins at 1000 s',
    parts: async () => [
      ...one(second),
      { take: await begunAt(shortTake, 1_000), startsAfterMs: second.durationMs + 200 },
    ],
    allowed: whole,
  },
  ...(['picture', 'sound'] as const).map(kind => ({
    name: `a part whose time begins at 1000 s, ${kind} lost for its first 5 s`,
    parts: async () =>
      one(await begunAt(takeOf(withoutBlocks(long, block => block.kind === kind && block.timeMs < 5_000)), 1_000)),
    allowed: notSound,
  })),
  {
    name: 'a part whose time begins at 1000 s, killed, its log ends in the middle',
    parts: async () => one(await begunAt(longTake, 1_000), { end: null, onLog: logUpTo(20) }),
    allowed: notSound,
  },
]

/** Two whole parts with a break between them, whatever ended the first. */
const breaks = (): FaultCase[] =>
  (['recorderLost', 'workstationDied', 'encoderFailed', 'diskFull'] as const).flatMap(end =>
    [100, 2_500, 10_000, 60_000].map(breakMs => ({
      name: `${end}, the next part ${breakMs} ms later`,
      parts: [
        { take: shortTake, startsAfterMs: 0, end },
        { take: second, startsAfterMs: short.durationMs + breakMs },
      ],
      allowed: breakMs < 1_000 ? notDamaged : remarked,
    })),
  )

/** Every case, good and bad; `npm test` takes a share of them. */
export const faultCases: readonly FaultCase[] = [
  { name: 'whole, 7 s', parts: one(shortTake), allowed: whole },
  { name: 'whole, 28 s', parts: one(longTake), allowed: whole },
  { name: 'H.264', parts: one(otherCodec), allowed: whole },
  {
    name: 'H.264 in two parts',
    parts: [...one(otherCodec), { take: otherCodec, startsAfterMs: 3_200 }],
    allowed: whole,
  },
  {
    name: 'a second part in another codec',
    parts: [...one(second), { take: otherCodec, startsAfterMs: 4_100 }],
    allowed: damaged,
  },
  {
    name: 'a missing second log',
    parts: [...one(second), { take: shortTake, startsAfterMs: 4_100, onLog: () => [] }],
    allowed: notSound,
  },
  ...lostTracks(long, '28 s'),
  ...lostTracks(short, '7 s'),
  ...emptyTracks(),
  ...tails(),
  ...clocks(),
  ...talks(),
  ...wrongBytes(),
  ...wrongLines(),
  ...ownTimes(),
  ...breaks(),
  ...voiceCases,
  ...forgedLogs(),
  ...garbageTails(),
  ...twoSteps(),
  ...emptyBlocks(),
  ...codecs(),
  ...times(shortTake.chunks.length, gone => ({
    name: `chunk ${gone} is not on the disk`,
    parts: one(shortTake, {
      onDisk: bytes => {
        const [from, to] = placeOf(gone)
        return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
      },
    }),
    allowed: damaged,
  })),
  ...times(shortTake.chunks.length - 2, gone => ({
    name: `line ${gone} is not in the log`,
    parts: one(shortTake, { onLog: lines => lines.filter(line => line.kind !== 'chunk' || line.sequence !== gone) }),
    allowed: damaged,
  })),
  ...times(120, index => ({
    name: `a changed byte at ${index}/120`,
    parts: changedByte(shortTake, (index + 0.37) / 120),
    allowed: damaged,
  })),
  ...times(120, index => ({
    name: `cut off at ${index}/120 while the log knows more`,
    parts: one(shortTake, { onDisk: bytes => bytes.subarray(0, Math.floor((bytes.length * index) / 120)) }),
    allowed: damaged,
  })),
]
