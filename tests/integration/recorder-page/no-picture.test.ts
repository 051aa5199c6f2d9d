import { expect, test, vi } from 'vitest'
import { alarmAfterMs } from '../../../electron/recording/live/alarms.ts'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { toneWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/**
 * A track of the room that lives and never gives a single picture, while its sound is heard: Chromium calls it live and
 * unmuted, and every report that believed it would promise a recording with a picture.
 */
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await toneWav(1000)
const saidWithinMs = 5_000
let workplace: Workplace
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

interface ChoosingPage {
  MediaStreamTrackGenerator: new (init: { readonly kind: 'video' }) => MediaStreamTrack
  givesNoPicture: boolean
}

/** The room is open; each choice of it has a picture, or a live track of none with the room's own sound. */
async function openWithRoom(): Promise<void> {
  workplace = await openWorkplace({ microphoneWav })
  const { recorder } = workplace
  await recorder.addInitScript(() => {
    const page = globalThis as unknown as ChoosingPage
    page.givesNoPicture = false
    const real = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getDisplayMedia = async options => {
      const stream = await real(options)
      if (!page.givesNoPicture) return stream
      for (const track of stream.getVideoTracks()) track.stop()
      return new MediaStream([new page.MediaStreamTrackGenerator({ kind: 'video' }), ...stream.getAudioTracks()])
    }
  })
  await recorder.reload()
  await workplace.openRoom('mode=lively&sound=tone')
  await recorder.getByLabel('Я в наушниках').check()
}
const choosesOneThatGives = (picture: 'picture' | 'no picture'): Promise<void> =>
  workplace.recorder.evaluate(givesNoPicture => {
    ;(globalThis as unknown as ChoosingPage).givesNoPicture = givesNoPicture
  }, picture === 'no picture')

const statusesSince = (sinceMs: number): readonly RecorderStatus[] =>
  workplace.sink.messages.filter(
    (message): message is RecorderStatus => message.kind === 'status' && message.atMs >= sinceMs,
  )
const isHeard = ({ citizenSound, citizenSourceLevelDb }: RecorderStatus): boolean =>
  citizenSound === 'live' && citizenSourceLevelDb > -60
const isSaid = (status: RecorderStatus): boolean => status.picture === 'muted' && isHeard(status)

test(
  'before the recording it arms nothing, and the room with a picture does',
  atOwnWorkplace(async () => {
    await openWithRoom()
    const { recorder, sink } = workplace
    await choosesOneThatGives('no picture')
    const sinceMs = Date.now()
    await recorder.bringToFront()
    await recorder.getByRole('button', { name: 'Выбрать окно Телемоста' }).first().click()
    await sink.until('it is heard', () => statusesSince(sinceMs).some(isSaid))
    await new Promise(resolve => setTimeout(resolve, saidWithinMs))
    expect(sink.messages.filter(({ kind }) => kind === 'armed')).toEqual([])
    expect(statusesSince(sinceMs).filter(({ picture }) => picture === 'live')).toEqual([])

    await choosesOneThatGives('picture')
    await workplace.arm()
    await sink.until('it is seen', () => statusesSince(Date.now() - 1_000).some(({ picture }) => picture === 'live'))
  }),
)

test(
  'chosen in the middle of a part, it is said within five seconds',
  atOwnWorkplace(async () => {
    await openWithRoom()
    const { recorder, sink } = workplace
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    await choosesOneThatGives('no picture')
    const sinceMs = Date.now()
    await recorder.getByRole('button', { name: 'Выбрать окно Телемоста' }).first().click()
    const said = await sink.until('it is said', () => statusesSince(sinceMs).find(isSaid))
    expect(said.atMs + alarmAfterMs.muted - sinceMs).toBeLessThan(saidWithinMs)
    // It does not become well by itself.
    await new Promise(resolve => setTimeout(resolve, 2 * alarmAfterMs.muted))
    expect(statusesSince(said.atMs).every(isSaid)).toBe(true)
    await workplace.stopPart(1)
  }),
)
