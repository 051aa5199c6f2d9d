import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFile } from '../../../electron/equipment/analyse-rehearsal.ts'
import { measureRehearsal } from '../../../shared/equipment/rehearsal-facts.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'videopriem-rehearsal-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const seconds = 12

/** A file as a rehearsal leaves one, the sound moved by a known time; the specialist speaks every other half second. */
async function measured(offsetMs: number, { leak = 0, black = false } = {}) {
  const file = join(folder, `${offsetMs}-${leak}-${black}.webm`)
  const flash = `geq=lum='if(lt(mod(T,1),0.16),235,${black ? 16 : 90})':cb=128:cr=128`
  const lateSeconds = (1000 + offsetMs) / 1000
  const click = `if(lt(mod(t+2-${lateSeconds},1),0.2),0.4*sin(2*PI*1000*t),0)`
  const voice = `if(lt(mod(t+0.5,1),0.2),0.2*sin(2*PI*220*t),0.0001*sin(2*PI*50*t))`
  execFileSync('ffmpeg', [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...['-f', 'lavfi', '-i', `color=gray:s=64x36:r=25:d=${seconds},format=yuv420p,${flash}`],
    ...['-f', 'lavfi', '-i', `aevalsrc='${click}|${voice}+${leak}*(${click})':s=48000:c=stereo:d=${seconds}`],
    ...['-c:v', 'libvpx', '-threads', '1', '-b:v', '500k', '-c:a', 'libopus', '-b:a', '96k', file],
  ])
  const decoded = await decodeFile('ffmpeg', file, seconds * 1000)
  return { facts: measureRehearsal({ ...decoded, hidden: [{ fromMs: 2000, untilMs: 6000 }] }), errors: decoded.errors }
}

test.each([0, 120, -120])('sound moved by %d ms is measured within 20 ms', async offsetMs => {
  const { facts, errors } = await measured(offsetMs)
  expect(errors).toBe(0)
  expect(facts.pairs).toBeGreaterThanOrEqual(10)
  expect(Math.abs((facts.syncMs ?? 999) - offsetMs)).toBeLessThanOrEqual(20)
  expect(Math.abs(facts.driftMsPerMinute ?? 0)).toBeLessThan(30)
})

test('voices apart, rate, nothing black', async () => {
  const { facts } = await measured(0)
  expect(facts.separationDb).toBeGreaterThan(40)
  expect(facts.framesPerSecond).toBeCloseTo(25, 0)
  expect(facts.hiddenFramesPerSecond).toBeCloseTo(25, 0)
  expect(facts).toMatchObject({ blackPercent: 0, specialistHeard: true })
})

test('loudspeakers: the clicks come back into the microphone', async () => {
  const { facts } = await measured(0, { leak: 0.3 })
  expect(facts.separationDb).toBeLessThan(20)
})

test('a black picture between the flashes', async () => {
  expect((await measured(0, { black: true })).facts.blackPercent).toBeGreaterThan(70)
})

test('a file that is no file', async () => {
  const { errors } = await decodeFile('ffmpeg', join(folder, 'gone.webm'), 1000)
  expect(errors).toBeGreaterThan(0)
})
