import type {
  DesktopCapturerSource,
  DisplayMediaRequestHandlerHandlerRequest,
  Session,
  Streams,
  WebFrameMain,
} from 'electron'
import type { Surface } from './navigation.ts'
import { isOwnPage } from './own-pages.ts'
import { isRoomPage, type RoomRules } from './room-hosts.ts'
import type { SecurityLog } from './security-log.ts'
import type { Surfaces } from './surfaces.ts'

export interface WindowToShare {
  readonly id: string
  readonly name: string
}

/** What the main frame of a page that wants to capture is to be given. */
export function judgeCapture(
  asked: { readonly surface: Surface | null; readonly url: string },
  rules: RoomRules,
): 'roomView' | 'ownPicker' | 'nothing' {
  if (asked.surface === 'recorder' && isOwnPage(asked.url, 'recorder.html')) return 'roomView'
  return asked.surface === 'room' && isRoomPage(asked.url, rules) ? 'ownPicker' : 'nothing'
}

/** `window:123:0` → `123`; null for a screen and everything else. The last number differs between views of a window. */
const nativeIdOf = (mediaSourceId: string): string | null => /^window:(\d+):\d+$/.exec(mediaSourceId)?.[1] ?? null

/** The windows that may be shown to the citizen: single ones, never a screen, never ours. */
export function windowsToShare(
  sources: readonly Pick<DesktopCapturerSource, 'id' | 'name'>[],
  ourMediaSourceIds: readonly string[],
): readonly WindowToShare[] {
  const ours = new Set(ourMediaSourceIds.map(nativeIdOf))
  return sources.flatMap(({ id, name }) => {
    const nativeId = nativeIdOf(id)
    return nativeId === null || ours.has(nativeId) ? [] : [{ id, name }]
  })
}

interface DisplayMediaDeps {
  readonly session: Pick<Session, 'setDisplayMediaRequestHandler'>
  readonly surfaces: Surfaces
  readonly rules: RoomRules
  /** The main frame of the room's view; null while there is no room. */
  readonly roomFrame: () => WebFrameMain | null
  /** Our own picker; null when nothing was chosen. It offers `windowsToShare` only, and what it answers is checked again. */
  readonly pick: () => Promise<WindowToShare | null>
  /** Media source ids of our own windows at this moment. */
  readonly ourMediaSourceIds: () => readonly string[]
  readonly log: SecurityLog
}

/** Decides every getDisplayMedia of a session. The system's own picker is off: it would offer whole screens. */
export function guardDisplayMedia({ session, log, ...deps }: DisplayMediaDeps): void {
  session.setDisplayMediaRequestHandler(
    (request, callback) => {
      void streamsFor(request, deps).then(
        streams => {
          if (!streams) log.warn({ reason: 'capture' }, 'capture refused')
          answer(callback, streams, log)
        },
        // A frame that was asked after it was gone.
        () => answer(callback, null, log),
      )
    },
    { useSystemPicker: false },
  )
}

/**
 * Giving throws where the frame that is given has died since the question; whoever asked is then refused, so that it does
 * not wait for ever. Refusing throws where whoever asked is gone, too; then nobody waits.
 */
function answer(callback: (streams: Streams | null) => void, streams: Streams | null, log: SecurityLog): void {
  try {
    callback(streams)
  } catch {
    log.warn({ reason: 'frame gone' }, 'capture not answered')
    if (streams) answer(callback, null, log)
  }
}

/** For a session that is none of the two. */
export function refuseDisplayMedia(session: Pick<Session, 'setDisplayMediaRequestHandler'>): void {
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null), { useSystemPicker: false })
}

async function streamsFor(
  { frame, videoRequested }: DisplayMediaRequestHandlerHandlerRequest,
  deps: Omit<DisplayMediaDeps, 'session' | 'log'>,
): Promise<Streams | null> {
  if (!videoRequested || !frame) return null
  const surface = deps.surfaces.surfaceOfMainFrame(frame)
  switch (judgeCapture({ surface, url: surface ? frame.url : '' }, deps.rules)) {
    case 'roomView': {
      const room = deps.roomFrame()
      // The echo stays on: without it the specialist would stop hearing the citizen while recording.
      return room && !room.isDestroyed() ? { video: room, audio: room, enableLocalEcho: true } : null
    }
    case 'ownPicker': {
      const chosen = await deps.pick()
      const [allowed] = chosen ? windowsToShare([chosen], deps.ourMediaSourceIds()) : []
      // A picture only: the sound of a window cannot be had, and the sound of the computer is not the window's.
      return allowed && !frame.isDestroyed() ? { video: { ...allowed } } : null
    }
    case 'nothing':
      return null
  }
}
