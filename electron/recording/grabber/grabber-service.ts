import type { GrabberRefusal, GrabberSources } from '../../../shared/contract/grabber.ts'
import { done, type Reply, refused } from '../../../shared/contract/reply.ts'
import { type GrabberSurroundings, grabberObstacle } from './availability.ts'
import type { Grabber } from './grabber.ts'
import { listMicrophones, listWindows, speakerMonitor } from './linux-sources.ts'

export interface GrabberServiceDeps extends GrabberSurroundings {
  readonly grabber: Grabber
  readonly isRecording: () => boolean
}

/** Choosing and arming the second engine. */
export interface GrabberService {
  sources(): Promise<Reply<GrabberSources>>
  arm(request: { windowId: string; microphoneId: string }): Promise<Reply<null>>
  release(): Promise<Reply<null>>
}

const inUse = () => refused('refusedByRule', 'Идёт запись: способ записи сменить нельзя. Запись продолжается.')

export function makeGrabberService(deps: GrabberServiceDeps): GrabberService {
  const { grabber, isRecording, environment } = deps
  const nothing = (refusal: GrabberRefusal) =>
    done({ refusal, windows: [], microphones: [], armed: false } satisfies GrabberSources)

  return {
    async sources() {
      const obstacle = grabberObstacle(deps)
      if (obstacle) return nothing(obstacle)
      const windows = await listWindows()
      if (windows === null) return nothing('noWindowTool')
      const microphones = await listMicrophones()
      if (microphones === null) return nothing('noSoundServer')
      if ((await speakerMonitor()) === null) return nothing('noSpeaker')
      return done({ refusal: null, windows, microphones, armed: grabber.isArmed() })
    },
    async arm({ windowId, microphoneId }) {
      if (isRecording()) return inUse()
      const windows = (await listWindows()) ?? []
      const microphones = (await listMicrophones()) ?? []
      const monitor = await speakerMonitor()
      const window = windows.find(({ id }) => id === windowId)
      const microphone = microphones.find(({ id }) => id === microphoneId)
      if (!window || !microphone || monitor === null) {
        return refused('notFound', 'Выбранного окна или микрофона уже нет. Выберите заново.')
      }
      const armed = await grabber.arm(
        {
          picture: { kind: 'x11Window', display: environment.DISPLAY ?? ':0', windowId: Number(window.id) },
          citizen: { kind: 'pulse', device: monitor },
          microphone: { kind: 'pulse', device: microphone.id },
        },
        { pictureLabel: 'window', microphoneLabel: 'microphone' },
      )
      return armed
        ? done(null)
        : refused(
            'recorderNotArmed',
            'Окно или звук не захватываются. Разверните окно Телемоста, проверьте микрофон и повторите.',
          )
    },
    async release() {
      if (isRecording()) return inUse()
      await grabber.release()
      return done(null)
    },
  }
}
