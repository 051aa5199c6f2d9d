import { expect, test, vi } from 'vitest'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { recordingLockName } from '../../../shared/recording/recording-lock.ts'
import { voiceWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

// Media time is never sped up, and a machine with busy neighbours is slow.
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await voiceWav('Здравствуйте. Ведётся видеозапись приёма. С каким вопросом вы обратились?')
let workplace: Workplace

/** Each measurement at a workplace of its own. */
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

const heading = () => workplace.recorder.getByRole('heading', { level: 2 })
const locksHeld = (): Promise<readonly (string | undefined)[]> =>
  workplace.recorder.evaluate(async () => ((await navigator.locks.query()).held ?? []).map(({ name }) => name))
const statuses = (): readonly RecorderStatus[] => workplace.sink.messages.filter(message => message.kind === 'status')
const untilStatus = (what: string, isMet: (status: RecorderStatus) => boolean): Promise<RecorderStatus> => {
  const before = statuses().length
  return workplace.sink.until(what, () => statuses().slice(before).find(isMet))
}

test(
  'says what is missing, then that it is ready, then that it records, and asks before closing',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const { recorder } = workplace
    await heading().filter({ hasText: 'Выберите окно Телемоста' }).waitFor()
    await untilStatus('the microphone without a question', status => status.microphone === 'live')
    await workplace.openRoom('mode=lively&sound=speech')
    await workplace.arm()
    await heading().filter({ hasText: 'Готово к записи' }).waitFor()
    await untilStatus('the citizen is heard', status => status.citizenLevelDb > -40)
    await untilStatus('the specialist is heard', status => status.specialistLevelDb > -40)
    await workplace.startPart(1)
    await heading().filter({ hasText: 'Идёт запись' }).waitFor()
    await recorder.getByText(/^00:0\d$/).waitFor()
    // Any page of the same browser can ask, whatever became of the workstation.
    expect(await locksHeld()).toContain(recordingLockName)

    const dialog = recorder.waitForEvent('dialog')
    await recorder.close({ runBeforeUnload: true })
    const question = await dialog
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await workplace.recordChunks(1, workplace.sink.arrivals.length + 2)
    await workplace.stopPart(1)
    await vi.waitUntil(async () => !(await locksHeld()).includes(recordingLockName))
  }),
)

test(
  'a page that was replaced lets go of everything and does not come back',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    await workplace.openRoom('mode=lively&sound=speech')
    await workplace.arm()
    const hellos = () => workplace.sink.messages.filter(message => message.kind === 'hello').length
    const before = hellos()
    workplace.sink.send({ kind: 'replaced' })
    await heading().filter({ hasText: 'Запись ведёт другое окно' }).waitFor()
    expect(await workplace.recorder.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(hellos()).toBe(before)
  }),
)

test(
  'a share without sound is refused clearly',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const { recorder, sink } = workplace
    // The picker of a headless browser cannot be told to leave the sound out; the real stream loses it here.
    await recorder.addInitScript(() => {
      const real = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getDisplayMedia = async options => {
        const stream = await real(options)
        return new MediaStream(stream.getVideoTracks())
      }
    })
    await recorder.reload()
    await workplace.openRoom('mode=lively&sound=speech')
    await recorder.getByRole('button', { name: 'Выбрать окно Телемоста' }).first().click()
    const refused = await sink.until('refusal', () => sink.messages.find(message => message.kind === 'armingRefused'))
    expect(refused.refusal).toBe('noCitizenSound')
    await heading().filter({ hasText: 'Поделитесь вкладкой со звуком' }).waitFor()
    expect(sink.messages.some(message => message.kind === 'armed')).toBe(false)
  }),
)

test(
  'a microphone that ends is taken again by itself while the recording goes on',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const { recorder, sink } = workplace
    // Unplugging cannot be played with a fake device: its track is stopped and its `ended` sent by hand.
    await recorder.addInitScript(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async constraints => {
        const stream = await real(constraints)
        addEventListener(
          'unplug',
          () => {
            for (const track of stream.getTracks()) {
              track.stop()
              track.dispatchEvent(new Event('ended'))
            }
          },
          { once: true },
        )
        return stream
      }
    })
    await recorder.reload()
    await workplace.openRoom('mode=lively&sound=none')
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 2)
    await recorder.evaluate(() => dispatchEvent(new Event('unplug')))
    await untilStatus('the voice again', status => status.microphone === 'live' && status.specialistLevelDb > -40)
    expect(sink.messages.filter(message => message.kind === 'partStarted')).toHaveLength(1)
    expect(sink.messages.some(message => message.kind === 'partStopped')).toBe(false)
    await workplace.stopPart(1)
  }),
)

test(
  'gives preview pictures only while somebody asks',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    await workplace.openRoom('mode=lively&sound=none')
    await workplace.arm()
    const viewer = await workplace.context.newPage()
    await viewer.route('**/*', route => route.fulfill({ contentType: 'text/html', body: '<title>viewer</title>' }))
    await viewer.goto(`${workplace.sink.origin}/viewer`)

    const seen = await viewer.evaluate(async () => {
      const channel = new BroadcastChannel('videopriem-preview')
      const pictures: { size: string; atMs: number; jpeg: Blob }[] = []
      channel.onmessage = ({ data }) => {
        if (data.kind === 'picture') pictures.push(data)
      }
      const take = async (count: number) => {
        while (pictures.length < count) await new Promise(resolve => setTimeout(resolve, 50))
        return pictures.splice(0)
      }
      const sizeOf = async (jpeg: Blob) => {
        const { width, height } = await createImageBitmap(jpeg)
        return `${jpeg.type} ${width}×${height}`
      }
      channel.postMessage({ kind: 'want', size: 'small' })
      const small = await take(7)
      const [first, last] = [small[0], small.at(-1)]
      channel.postMessage({ kind: 'want', size: 'full' })
      let full: Blob | undefined
      while (full === undefined) full = (await take(1)).find(({ size }) => size === 'full')?.jpeg
      const askedAtMs = Date.now()
      let lastSeenMs = askedAtMs
      while (Date.now() - lastSeenMs < 1500) {
        if (pictures.splice(0).length > 0) lastSeenMs = Date.now()
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      return {
        small: await sizeOf(first?.jpeg as Blob),
        full: await sizeOf(full),
        perSecond: 6000 / ((last?.atMs ?? 0) - (first?.atMs ?? 0)),
        endedAfterMs: lastSeenMs - askedAtMs,
      }
    })
    expect(seen).toMatchObject({ small: 'image/jpeg 640×360', full: 'image/jpeg 1280×720' })
    expect(seen.perSecond).toBeGreaterThan(1.5)
    expect(seen.perSecond).toBeLessThan(3.5)
    expect(seen.endedAfterMs).toBeLessThan(7000)
  }),
)
