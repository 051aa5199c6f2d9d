import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../fixtures/chromium.ts'
import { serveFolder, startTestSink, type TestSink } from './test-sink.ts'

const roomFolder = fileURLToPath(new URL('../../../resources/demonstration', import.meta.url))
/** Part of the room's title; the picker flag compares ASCII only. */
export const roomTitle = '(demo)'

/** The page as shipped: run-set-up.ts builds it. */
const pageFolder = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

/** A browser with a room and the recorder page, and the sink it speaks to. */
export interface Workplace {
  readonly sink: TestSink
  readonly recorder: Page
  readonly context: BrowserContext
  readonly recordingId: string
  /** What the pages complained about: errors, refused resources, policy violations. */
  readonly complaints: readonly string[]
  openRoom(query: string): Promise<Page>
  /** Presses «Выбрать окно Телемоста» and waits until both sources are live. */
  arm(): Promise<void>
  startPart(partNumber: number): Promise<void>
  /** Ends the part and writes its bytes to a file, once all of its chunks came. */
  stopPart(partNumber: number): Promise<string>
  /** Waits until this much of the part is recorded by the sink's chunk count (half a second each). */
  recordChunks(partNumber: number, count: number): Promise<void>
  close(): Promise<void>
}

export interface WorkplaceOptions {
  readonly microphoneWav: string
}

export async function openWorkplace({ microphoneWav }: WorkplaceOptions): Promise<Workplace> {
  const scratch = await mkdtemp(join(tmpdir(), 'recorder-parts-'))
  const sink = await startTestSink(pageFolder)
  const rooms = await serveFolder(roomFolder)
  const context = await launchChromium({ microphoneWav, captureTitle: roomTitle, headless: true })
  const complaints: string[] = []
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('weberror', error => complaints.push(error.error().message))
  const recorder = await context.newPage()
  await recorder.goto(`${sink.origin}/recorder.html`)
  const recordingId = randomUUID()
  const countOf = (partNumber: number): number =>
    sink.arrivals.filter(arrival => arrival.partNumber === partNumber && !arrival.isRepeat).length

  return {
    sink,
    recorder,
    context,
    recordingId,
    complaints,
    async openRoom(query) {
      const room = await context.newPage()
      await room.goto(`${rooms.origin}/room.html?${query}`)
      await room.getByRole('button', { name: 'Войти со звуком' }).click()
      return room
    },
    async arm() {
      const before = sink.messages.length
      await recorder.bringToFront()
      await recorder.getByRole('button', { name: 'Выбрать окно Телемоста' }).first().click()
      await sink.until('armed', () => sink.messages.slice(before).some(message => message.kind === 'armed'))
    },
    async startPart(partNumber) {
      sink.send({ kind: 'startPart', recordingId, partNumber })
      await sink.until('partStarted', () =>
        sink.messages.some(message => message.kind === 'partStarted' && message.partNumber === partNumber),
      )
    },
    async recordChunks(partNumber, count) {
      await sink.until(`${count} chunks`, () => countOf(partNumber) >= count, 10_000 + count * 1000)
    },
    async stopPart(partNumber) {
      sink.send({ kind: 'stopPart', recordingId, partNumber })
      await sink.until('the end of the part', () =>
        sink.messages.some(
          message =>
            message.kind === 'partStopped' &&
            message.partNumber === partNumber &&
            message.chunkCount === countOf(partNumber),
        ),
      )
      const file = join(scratch, `part-${partNumber}.webm`)
      await writeFile(file, sink.bytesOf(partNumber))
      return file
    },
    async close() {
      await context.close()
      await sink.close()
      rooms.server.closeAllConnections()
      rooms.server.close()
      await rm(scratch, { recursive: true })
    },
  }
}
