import { expect, test, vi } from 'vitest'
import { makeRecorderWindow } from '../../../../electron/desktop/recorder-window.ts'
import { FakeBrowserWindow } from '../../../fixtures/electron/browser-window.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const log = { error: vi.fn() }
  const answers: PromiseWithResolvers<void>[] = []
  class SlowWindow extends FakeBrowserWindow {
    constructor(options?: Electron.BrowserWindowConstructorOptions) {
      super(fake.world, options)
    }
    override loadURL(): Promise<void> {
      const answer = Promise.withResolvers<void>()
      answers.push(answer)
      return answer.promise
    }
  }
  const recorder = makeRecorderWindow({
    BrowserWindow: SlowWindow as unknown as typeof electron.BrowserWindow,
    session: electron.session.fromPartition('own'),
    preloadPath: '/preload.cjs',
    isRoomReady: () => true,
    onPage: () => undefined,
    log,
  })
  return { fake, log, recorder, answers }
}

test('a page that could not be loaded is told once in the log, and the next wish makes another', async () => {
  const { fake, log, recorder, answers } = bench()
  recorder.ensure()
  answers[0]?.reject(new Error('ERR_FILE_NOT_FOUND'))
  await vi.waitFor(() => expect(fake.world.windows).toEqual([]))
  expect(log.error.mock.calls).toEqual([[{ error: 'ERR_FILE_NOT_FOUND' }, 'recorder page not loaded']])
  recorder.open()
  expect(fake.world.windows).toHaveLength(1)
})

test('one that is let go of while it loads is nobody’s failure', async () => {
  const { log, recorder, answers } = bench()
  recorder.ensure()
  recorder.close()
  answers[0]?.reject(new Error('ERR_ABORTED'))
  await new Promise(done => setImmediate(done))
  expect(log.error).not.toHaveBeenCalled()
})
