import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { firstPassword, ownPassword, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'
import { putRecording } from '../../integration/backup/recording-on-disk.ts'
import { generatedTake } from '../../integration/recording-proof/recording-folder.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/**
 * The window of the room was made larger between two parts: the sealed film changes the size of its picture in the middle,
 * and whoever looks at it must see the second half as well.
 */
let desk: Desk
beforeAll(async () => {
  desk = await openStaffedDesk()
})
afterAll(() => desk?.close())

const partMs = 4_000
const breakMs = 300

test('a film whose picture changes its size in the middle is played to its end, and from any place of it', async () => {
  const { page, profileDirectory } = desk
  const client = await desk.client()
  await plantReception(client, profileDirectory, newApplication({ familyName: 'Зимин', inMinutes: -90 }))
  const { receptions } = await unwrap(client.calls.receptions.day({ date: localDate(Date.now(), timeZone) }))
  const workplaceId = (await unwrap(client.calls.accounts.session()))?.workplace.id ?? ''
  client.close()
  const takeOf = (size: string) =>
    generatedTake({
      ...{ seconds: partMs / 1_000, picture: `testsrc2=size=${size}:rate=25` },
      ...{ citizen: 'sine=frequency=300', specialist: 'sine=frequency=900' },
    })
  const { recordingId } = await putRecording({
    ...{ profileDirectory, workplaceId, receptionId: receptions[0]?.id ?? '', sealed: true },
    parts: [
      { take: await takeOf('320x180'), startsAfterMs: 0 },
      { take: await takeOf('640x360'), startsAfterMs: partMs + breakMs },
    ],
  })
  await desk.supervisor.killWorkstation()
  await until(
    'the recording is found',
    async () => {
      const after = await desk.client().catch(() => null)
      const found = await after?.calls.backup.foundRecordings().catch(() => null)
      after?.close()
      return found?.ok ? found.value.length : 0
    },
    count => count === 1,
  )
  const recordings = new RecordingsPage(page)
  await recordings.go()
  // The page is back as well.
  await page.getByText('Найдена видеозапись, которой нет в базе').waitFor()
  const entry = new SignInPage(page)
  await entry.leave()
  await entry.signInFirst(staff.head.shortName, firstPassword, ownPassword)
  const head = await desk.client()
  await until(
    'a head has signed in and takes it into the journal',
    () => head.calls.backup.adoptRecording({ recordingId, reason: 'проверка' }),
    answer => answer.ok,
  )
  head.close()
  await recordings.go()
  await recordings.open('Зимин')
  await recordings.openFor('контроль (п. 3.14)')
  await recordings.play()

  const played = await recordings.video.evaluate(async element => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('no film')
    const video = element
    const seen: string[] = []
    const note = (): void => {
      const size = `${video.videoWidth}x${video.videoHeight}`
      if (seen.at(-1) !== size) seen.push(size)
    }
    const ended = new Promise<void>((resolve, reject) => {
      video.addEventListener('ended', () => resolve(), { once: true })
      video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true })
    })
    video.addEventListener('resize', note)
    video.pause()
    video.muted = true
    video.currentTime = 0
    await video.play()
    note()
    await ended
    const { totalVideoFrames } = video.getVideoPlaybackQuality()
    return { seen, endedAt: video.currentTime, totalVideoFrames }
  })
  expect(played.seen).toEqual(['320x180', '640x360'])
  expect(played.endedAt).toBeGreaterThan((2 * partMs) / 1_000)
  expect(played.totalVideoFrames).toBeGreaterThan(100)

  const sizeAt = (second: number): Promise<string> =>
    recordings.video.evaluate(async (element, to) => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('no film')
      // The picture of where it stood before may still come after the jump.
      const shown = new Promise<string>(resolve => {
        const look: VideoFrameRequestCallback = (_nowMs, { mediaTime, width, height }) => {
          if (Math.abs(mediaTime - to) < 0.5) resolve(`${width}x${height}`)
          else element.requestVideoFrameCallback(look)
        }
        element.requestVideoFrameCallback(look)
      })
      element.currentTime = to
      return await shown
    }, second)
  expect(await sizeAt(6)).toBe('640x360')
  expect(await sizeAt(1)).toBe('320x180')
})
