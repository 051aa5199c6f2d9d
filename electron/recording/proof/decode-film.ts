import { containerOfFile } from '../../../shared/media/container.ts'
import { buildCheckArguments } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { runTool } from '../../media/run-tool.ts'
import { SealError } from './seal-error.ts'

export interface DecodedFilm {
  /** Absolute path. */
  readonly file: string
  readonly ffmpegPath: string
  readonly signal?: AbortSignal | undefined
}

/**
 * Decodes all of a film at low priority and answers how many errors the decoder named; 0 means that every picture and
 * every sound of it can be read. Minutes of work for an hour of film. Rejects with SealError without ffmpeg, or stopped.
 */
export async function decodeFilm({ file, ffmpegPath, signal }: DecodedFilm): Promise<number> {
  let errorLines = 0
  const errors = makeLineReader(line => {
    if (line.trim() !== '') errorLines += 1
  })
  const ending = await runTool({
    program: ffmpegPath,
    arguments: buildCheckArguments(file, containerOfFile(file).demuxer),
    onErrorOutput: bytes => errors.push(bytes),
    lowPriority: true,
    ...(signal ? { signal } : {}),
  })
  errors.end()
  if (ending.kind === 'notStarted') throw new SealError('noFfmpeg', ending.detail)
  if (ending.kind === 'stopped') throw new SealError('stopped', 'The check was stopped')
  return Math.max(errorLines, ending.kind === 'failed' ? 1 : 0)
}
