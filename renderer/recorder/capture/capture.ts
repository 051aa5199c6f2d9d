import type { ArmingRefusal } from '../../../shared/recording/recorder-link.ts'
import type { Choice } from './arming.ts'
import { type AudioGraph, makeAudioGraph } from './audio-graph.ts'
import { type FramePump, makeFramePump } from './frame-pump.ts'
import { type MicrophoneSource, makeMicrophoneSource } from './microphone-source.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import { makeRoomBinding } from './room-binding.ts'
import { makeRoomSource, type RoomSource, type RoomSourceDeps } from './room-source.ts'

export interface Refusal {
  readonly refusal: ArmingRefusal
  readonly detail: string
}

/** Everything that is captured: two voices and one picture, behind tracks that do not change with their sources. */
export interface Capture {
  /** The picture and both voices for one part: the picture's track may be another one later (`onPictureRenewed`). */
  stream(): MediaStream
  readonly room: RoomSource
  readonly microphone: MicrophoneSource
  readonly graph: AudioGraph
  readonly pump: FramePump
  /** The reception that is open now; null = none. */
  tellReception(receptionId: string | null): void
  /** The reception the room was chosen for; null = none was open, or there is no room. */
  chosenFor(): string | null
  /** Another one for every choice of a room; null = there is no room. */
  choiceId(): string | null
  leaveRoom(): void
  /** Lets go of a room that was chosen for another reception than the open one. */
  leaveForeignRoom(): void
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
  /** The picture's track was dead and is a new one: who encodes the old one must begin anew. */
  readonly onPictureRenewed: (detail: string) => void
}

export async function makeCapture(deps: CaptureDeps): Promise<Capture> {
  const { initialWish, onTick, onChanged, onRefused, onPictureRenewed, makeRoom = makeRoomSource } = deps
  const graph = await makeAudioGraph()
  const pump = makeFramePump({
    onTick,
    onBroken: detail => note({ kind: 'refused', refusal: 'failed', detail }),
    onRenewed: onPictureRenewed,
  })
  const room = makeRoom({ pump, graph, onChanged })
  const microphone = makeMicrophoneSource({ initialWish, graph, onChanged })
  const binding = makeRoomBinding()
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

  function leaveRoom(): void {
    binding.drop()
    room.release()
  }

  return {
    stream: () => new MediaStream([pump.track(), graph.track]),
    room,
    microphone,
    graph,
    pump,
    async chooseRoom() {
      binding.ask()
      const choice = await room.choose()
      if (choice.kind === 'chosen') binding.give()
      note(choice)
      if (choice.kind === 'chosen' && microphone.condition() !== 'live') note(await microphone.take(microphone.wish()))
    },
    tellReception: binding.tell,
    chosenFor: binding.chosenFor,
    choiceId: binding.choiceId,
    leaveRoom,
    leaveForeignRoom() {
      if (binding.isForeign()) leaveRoom()
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
