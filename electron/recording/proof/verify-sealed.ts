import path from 'node:path'
import { containerOfFile } from '../../../shared/media/container.ts'
import { buildCheckArguments } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { manifestFileName } from '../../../shared/recording/part-log.ts'
import { Manifest } from '../../../shared/recording/slip.ts'
import { runTool } from '../../media/run-tool.ts'
import { hashFile } from './join-parts.ts'
import { readJsonFile } from './recording-files.ts'
import { SealError } from './seal-error.ts'

export interface SealedCheck {
  /** The bytes are those of the manifest. */
  readonly intact: boolean
  readonly sha256: string
  readonly decodeErrors: number
}

/**
 * «Проверка целостности»: reads the sealed file again, compares its hash with the manifest and decodes all of it at low
 * priority. Rejects with SealError without a manifest or ffmpeg, with the system error where the file is missing.
 */
export async function verifySealed(options: {
  directory: string
  ffmpegPath: string
  signal?: AbortSignal
}): Promise<SealedCheck> {
  const { directory, ffmpegPath, signal } = options
  const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName))
  if (!manifest.success) throw new SealError('noSession', 'No manifest')
  const file = path.join(directory, manifest.data.file)
  const { sha256, byteLength } = await hashFile(file, signal)

  let errorLines = 0
  const errors = makeLineReader(line => {
    if (line.trim() !== '') errorLines += 1
  })
  const ending = await runTool({
    program: ffmpegPath,
    arguments: buildCheckArguments(file, containerOfFile(manifest.data.file).demuxer),
    onErrorOutput: bytes => errors.push(bytes),
    lowPriority: true,
    ...(signal ? { signal } : {}),
  })
  errors.end()
  if (ending.kind === 'notStarted') throw new SealError('noFfmpeg', ending.detail)
  if (ending.kind === 'stopped') throw new SealError('stopped', 'The check was stopped')
  return {
    intact: sha256 === manifest.data.sha256 && byteLength === manifest.data.byteLength,
    sha256,
    decodeErrors: Math.max(errorLines, ending.kind === 'failed' ? 1 : 0),
  }
}
