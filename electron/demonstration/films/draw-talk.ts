import type { Stretch } from '../../../shared/media/stretch.ts'
import { runTool } from '../../media/run-tool.ts'
import { citizenSpeaks, drawVoices, voiceRateHz } from './drawn-voices.ts'

export interface DrawnTalk {
  readonly ffmpegPath: string
  readonly file: string
  readonly durationMs: number
  readonly isCitizenHeard: boolean
  /** When a document is held into the picture, from 0. */
  readonly documents: readonly Stretch[]
  /** Of a file as Telemost leaves it: when it was made. null: live, as our recorder page hands it over. */
  readonly madeAt: string | null
  readonly signal: AbortSignal
}

const framesPerSecond = 5
/** As the type of the part says it. */
export const drawnMimeType = 'video/webm;codecs=vp8,opus'

/** Draws a talk of two people into a WebM file, below everything a person waits for. Rejects where ffmpeg cannot. */
export async function drawTalk(talk: DrawnTalk): Promise<void> {
  const { durationMs, madeAt, file, isCitizenHeard, signal } = talk
  const seconds = durationMs / 1000
  const container =
    madeAt === null ? ['-live', '1', '-cluster_time_limit', '430'] : ['-metadata', `creation_time=${madeAt}`]
  const ending = await runTool({
    program: talk.ffmpegPath,
    arguments: [
      ...['-hide_banner', '-v', 'error', '-f', 'lavfi', '-i', `color=c=0x2b3a4a:size=320x180:rate=${framesPerSecond}`],
      ...['-f', 's16le', '-ar', String(voiceRateHz), '-ac', '2', '-i', 'pipe:0'],
      ...['-filter_complex', `[0:v]${pictureOf(talk)}[picture]`, '-map', '[picture]', '-map', '1:a'],
      // Of a picture this small a second thread costs more than it does: on a busy machine four times the whole film.
      ...['-t', String(seconds), '-c:v', 'libvpx', '-threads', '1', '-deadline', 'realtime', '-cpu-used', '8'],
      ...['-g', String(framesPerSecond * 2), '-b:v', '60k', '-auto-alt-ref', '0', '-lag-in-frames', '0'],
      // At 96 kbit/s Opus keeps the two voices apart (shared/recording/settings.ts).
      ...['-c:a', 'libopus', '-b:a', '96k', '-compression_level', '0', '-frame_duration', '60'],
      ...['-f', 'webm', ...container, '-y', file],
    ],
    input: drawVoices(seconds, { isCitizenHeard }),
    lowPriority: 'slightly',
    signal,
  })
  signal.throwIfAborted()
  if (ending.kind === 'done') return
  throw new Error(`a talk was not drawn: ${ending.kind === 'failed' ? ending.tail : ending.kind}`)
}

/** A head, shoulders, a mouth that moves, and a document where one is shown: boxes need no font and no picture file. */
function pictureOf({ documents, isCitizenHeard }: DrawnTalk): string {
  const box = (place: string, colour: string, when?: string) =>
    `drawbox=${place}:color=${colour}:t=fill${when === undefined ? '' : `:enable='${when.replaceAll(',', '\\,')}'`}`
  const shown = documents.map(({ startMs, endMs }) => `between(t,${startMs / 1000},${endMs / 1000})`)
  const moves = isCitizenHeard ? [box('x=148:y=86:w=24:h=8', '0x803030', `${citizenSpeaks}*lt(mod(t,0.8),0.4)`)] : []
  return [
    ...[box('x=128:y=38:w=64:h=70', '0xd8b79a'), box('x=128:y=30:w=64:h=18', '0x4a3a2a')],
    ...[box('x=142:y=62:w=8:h=5', '0x202830'), box('x=170:y=62:w=8:h=5', '0x202830')],
    ...[box('x=90:y=116:w=140:h=64', '0x5f7fa3'), ...moves],
    ...shown.flatMap(when => [
      box('x=196:y=60:w=96:h=66', '0x9c2f3c', when),
      box('x=204:y=70:w=30:h=38', '0xe8d8c8', when),
      box('x=240:y=72:w=44:h=5', '0xf0e8e0', when),
      box('x=240:y=84:w=36:h=5', '0xf0e8e0', when),
    ]),
    // Half a second each: the picture is never still.
    box('x=300:y=8:w=10:h=10', '0xc03030', 'lt(mod(t,1),0.5)'),
  ].join(',')
}
