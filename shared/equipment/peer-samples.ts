/** What one look at WebRTC's statistics tells; counters since the beginning. */
export interface StatSample {
  readonly framesPerSecond: number | null
  readonly packetsReceived: number
  readonly packetsLost: number
  readonly roundTripMs: number | null
  readonly jitterMs: number | null
}

/** The stream a mediasoup server fills with empty packets to try the bandwidth: a picture by its kind, never by content. */
const probator = 'probator'

/** Puts the reports of both ends of a loop together (RTCStatsReport, as plain values). */
export function sampleOf(reports: readonly Record<string, unknown>[]): StatSample {
  const inbound = reports.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== probator)
  const picture = inbound.find(({ kind }) => kind === 'video')
  const pair = reports.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true)
  const seconds = numberOf(pair?.currentRoundTripTime)
  const jitter = numberOf(inbound.find(({ kind }) => kind === 'audio')?.jitter)
  return {
    framesPerSecond: numberOf(picture?.framesPerSecond),
    packetsReceived: sum(inbound.map(({ packetsReceived }) => numberOf(packetsReceived))),
    packetsLost: sum(inbound.map(({ packetsLost }) => numberOf(packetsLost))),
    roundTripMs: seconds === null ? null : seconds * 1000,
    jitterMs: jitter === null ? null : jitter * 1000,
  }
}

/** The middle of what was told: one bad second is not a fault. Null where fewer than three samples told anything. */
export function middleOf(values: readonly (number | null)[]): number | null {
  const told = values.filter(value => value !== null).sort((one, other) => one - other)
  return told.length < 3 ? null : (told[Math.floor(told.length / 2)] ?? null)
}

/** Percent lost per interval, the middle of the intervals: 3 of 5 must agree. */
export function steadyShare(samples: readonly StatSample[]): number | null {
  const shares = samples.slice(1).map((sample, index) => {
    const before = samples[index]
    if (!before) return null
    const lost = Math.max(0, sample.packetsLost - before.packetsLost)
    const all = lost + Math.max(0, sample.packetsReceived - before.packetsReceived)
    return all === 0 ? null : (lost / all) * 100
  })
  return middleOf(shares)
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)
