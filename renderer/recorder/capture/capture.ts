import type { ArmingRefusal } from '../../../shared/recording/recorder-link.ts'
import type { Choice } from './arming.ts'
import { type AudioGraph, makeAudioGraph } from './audio-graph.ts'
import { type FramePump, makeFramePump } from './frame-pump.ts'
import { type MicrophoneSource, makeMicrophoneSource } from './microphone-source.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import { makeRoomSource, type RoomSource, type RoomSourceDeps } from './room-source.ts'

export interface Refusal {
  readonly refusal: ArmingRefusal
  readonly detail: string
}

/** Everything that is captured: two voices and one picture, behind tracks that never change. */
export interface Capture {
  readonly stream: MediaStream
  readonly room: RoomSource
  readonly microphone: MicrophoneSource
  readonly graph: AudioGraph
  readonly pump: FramePump
  /** Asks for the room, then for the microphone where there is none yet. */
  chooseRoom(): Promise<void>
  takeMicrophone(wish: MicrophoneWish): Promise<void>
  isArmed(): boolean
  /** Why the last choice failed; null after one that succeeded. */
  refusal(): Refusal | null
  tick(nowMs: number): void
  release(): Promise<void>
}

export type MakeRoom = (deps: RoomSourceDeps) => RoomSource

export interface CaptureDeps {
  /** What is behind picture and citizen's sound: the Telemost tab, or the signal of a rehearsal. */
  readonly makeRoom?: MakeRoom
  readonly initialWish: MicrophoneWish
  /** The page's clock, about ten times a second. */
  readonly onTick: () => void
  readonly onChanged: () => void
  readonly onRefused: (refusal: Refusal) => void
}

export async function makeCapture(deps: CaptureDeps): Promise<Capture> {
  const { initialWish, onTick, onChanged, onRefused, makeRoom = makeRoomSource } = deps
  const graph = await makeAudioGraph()
  const pump = makeFramePump({ onTick, onBroken: detail => note({ kind: 'refused', refusal: 'failed', detail }) })
  const room = makeRoom({ pump, graph, onChanged })
  const microphone = makeMicrophoneSource({ initialWish, graph, onChanged })
  let refusal: Refusal | null = null

  function note(choice: Choice): void {
    switch (choice.kind) {
      case 'chosen':
        refusal = null
        break
      case 'needsGesture':
        break
      case 'refused':
        refusal = { refusal: choice.refusal, detail: choice.detail }
        onRefused(refusal)
        break
      default:
        choice satisfies never
    }
    onChanged()
  }

  return {
    stream: new MediaStream([pump.track, graph.track]),
    room,
    microphone,
    graph,
    pump,
    async chooseRoom() {
      const choice = await room.choose()
      note(choice)
      if (choice.kind === 'chosen' && microphone.condition() !== 'live') note(await microphone.take(microphone.wish()))
    },
    async takeMicrophone(wish) {
      note(await microphone.take(wish))
    },
    isArmed: () => room.picture() === 'live' && room.sound() === 'live' && microphone.condition() === 'live',
    refusal: () => refusal,
    tick(nowMs) {
      graph.keepRunning(nowMs)
      microphone.tick(nowMs)
    },
    async release() {
      room.release()
      microphone.release()
      pump.close()
      await graph.close()
    },
  }
}
