import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs, promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { RecordingsPage } from '../../e2e/pages/recordings-page.ts'
import { TodayPage } from '../../e2e/pages/today-page.ts'
import { closeAsHeld, talkUntilConsultation } from '../../fixtures/reception-by-hand.ts'
import { until } from '../../fixtures/until.ts'
import { nativeWindow } from '../native-window.ts'
import { citizen, openRoom } from '../open-room.ts'
import { sealedFile } from '../sealed-files.ts'

/**
 * One reception recorded by a program that runs already, for `npm run check:package`: driven by the debugger's address in
 * what the program said, judged by its own screen and, beside it, by the files it left. Fails with the first thing that is
 * not so.
 */
const run = promisify(execFile)
const beganAtMs = Date.now()
const { values } = parseArgs({
  options: {
    said: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
    display: { type: 'string', default: '' },
    picture: { type: 'string', default: '' },
  },
})

const [address = ''] = await until(
  'the address of the debugger',
  async () => /ws:\/\/127\.0\.0\.1:\d+\/devtools\/browser\/\S+/.exec(await readFile(values.said, 'utf8')) ?? [],
  found => found.length > 0,
)
const browser = await chromium.connectOverCDP(address, { noDefaults: true })

async function pageAt(start: string): Promise<Page> {
  const isWanted = (page: Page) => page.url().startsWith(start) && !page.url().includes('/recorder')
  const find = () => browser.contexts().flatMap(context => context.pages().filter(isWanted))
  const [page] = await until(`a page at ${start}`, find, pages => pages.length > 0, 60_000)
  if (!page) throw new Error(`no page at ${start}`)
  return page
}

/** Draws the display as a person sees it. */
const keepPicture = () => {
  const grab = ['-f', 'x11grab', '-video_size', '1920x1080', '-i', values.display, '-frames:v', '1']
  return run('ffmpeg', ['-nostdin', '-y', '-loglevel', 'error', ...grab, values.picture])
}

async function record(): Promise<void> {
  const desk = await pageAt('app://videopriem/')
  await new TodayPage(desk).list.waitFor()
  const warning = await nativeWindow(values.display, 'Видеоприём: ключ базы')
  await warning.press('Return')
  await warning.whenGone()
  const { session } = await openRoom({ desk, room: () => pageAt('http://127.0.0.1:') })
  await talkUntilConsultation({ session })
  await desk.getByText(/проверено на диске/).waitFor()
  await keepPicture()
  await closeAsHeld({ session })
  const recordings = new RecordingsPage(desk)
  await recordings.go()
  await recordings.open(citizen)
  await recordings.panel.getByText('Запись полная').waitFor()
  await recordings.play()
  await recordings.verify()
  await recordings.intact.waitFor()
}

/** The papers and the file, read without the program. */
async function judge(): Promise<string> {
  const { slip, manifest, file } = await sealedFile({ directory: values.profile, madeAtMs: beganAtMs })
  const bytes = await readFile(file)
  const sum = createHash('sha256').update(bytes).digest('hex')
  if (sum !== manifest.sha256 || sum !== slip.sha256) throw new Error('the file is not the one its papers name')
  if (slip.verdict !== 'sound') throw new Error(`judged ${slip.verdict}: ${JSON.stringify(slip.remarks)}`)
  // Every picture and every sound once more, by a decoder that is told to stop at the first error.
  const { stderr } = await run('ffmpeg', ['-v', 'error', '-xerror', '-i', file, '-f', 'null', '-'])
  // What the writer into nowhere says of the times it was given is not the decoder's word.
  const said = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('[null @'))
  if (said.length > 0) throw new Error(`not decoded: ${said.join('\n')}`)
  return `${(slip.recordedMs / 1000).toFixed(1)} s, ${bytes.length} bytes, sound, as sealed, decoded without an error`
}

try {
  await record()
  console.log(`recorded: ${await judge()}`)
} catch (error) {
  await keepPicture()
  throw error
} finally {
  await browser.close()
}
process.exit(0)
