/**
 * How fast the scrub reads films again, beside `sha256sum` of the same file: `node tests/bench/scrub.ts [MB] [rounds]`.
 * The two take turns, so that whatever else the machine does falls on both; both find the file in memory. Ends with 0
 * only where the scrub has at least 0.9 of the speed of `sha256sum` over all rounds.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../electron/clock.ts'
import { makeScrub } from '../../electron/recording/presence/scrub.ts'

const megabytes = Number(process.argv[2] ?? 600)
const rounds = Number(process.argv[3] ?? 5)
const smallestRatio = 0.9
const root = await mkdtemp(path.join(tmpdir(), 'videopriem-bench-'))
const recordingId = randomUUID()
const name = `${recordingId}.mkv`
const file = path.join(root, name)

async function makeFilm(): Promise<void> {
  const film = await open(file, 'w')
  const piece = randomBytes(1_000_000)
  for (let index = 0; index < megabytes; index += 1) await film.write(piece)
  await film.sync()
  await film.close()
}

const shaSum = (): { sha256: string; ms: number } => {
  const began = performance.now()
  const sha256 = execFileSync('sha256sum', ['-b', file], { encoding: 'utf8' }).slice(0, 64)
  return { sha256, ms: performance.now() - began }
}

/** One turn of the real scrub over a store with this one film; what the database would say of it is given. */
async function scrub(sha256: string): Promise<number> {
  let isIntact: boolean | null = null
  const made = makeScrub({
    store: { longestUnproven: () => recordingId },
    presence: {
      open: () => ({ kind: 'here', path: file, film: { file: name, sha256, byteLength: megabytes * 1_000_000 } }),
      proven: (_, intact) => {
        isIntact = intact
      },
      lookAtAll: () => Promise.resolve(),
    },
    findMoved: () => Promise.resolve(),
    byId: () => ({ directory: root }) as never,
    isReceptionOpen: () => false,
    limits: { provenEveryMs: 1, lookEveryMs: Number.POSITIVE_INFINITY },
    clock: systemClock,
    log: pino({ level: 'silent' }),
  })
  made.tick()
  await made.settled()
  const began = performance.now()
  made.tick()
  await made.settled()
  const ms = performance.now() - began
  await made.close()
  if (isIntact !== true) throw new Error('the scrub found other bytes than sha256sum')
  return ms
}

const speed = (ms: number) => megabytes / (ms / 1000)

try {
  await makeFilm()
  const { sha256 } = shaSum()
  const total = { sumMs: 0, scrubMs: 0 }
  console.log(`${megabytes} MB, node ${process.version}`)
  console.log('| round | sha256sum, MB/s | scrub, MB/s | ratio |\n|---|---|---|---|')
  for (let round = 1; round <= rounds; round += 1) {
    // Each goes first in every other round.
    const first = round % 2 === 0 ? await scrub(sha256) : null
    const sumMs = shaSum().ms
    const scrubMs = first ?? (await scrub(sha256))
    total.sumMs += sumMs
    total.scrubMs += scrubMs
    const row = [round, speed(sumMs).toFixed(0), speed(scrubMs).toFixed(0), (sumMs / scrubMs).toFixed(2)]
    console.log(`| ${row.join(' | ')} |`)
  }
  const ratio = total.sumMs / total.scrubMs
  console.log(
    `| all | ${[total.sumMs, total.scrubMs].map(ms => speed(ms / rounds).toFixed(0)).join(' | ')} | ${ratio.toFixed(2)} |`,
  )
  process.exitCode = ratio >= smallestRatio ? 0 : 1
} finally {
  await rm(root, { recursive: true, force: true })
}
