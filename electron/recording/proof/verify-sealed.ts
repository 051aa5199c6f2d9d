import path from 'node:path'
import { containerOfFile } from '../../../shared/media/container.ts'
import { buildCheckArguments } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { manifestFileName } from '../../../shared/recording/part-log.ts'
import { Manifest } from '../../../shared/recording/slip.ts'
import { runTool } from '../../media/run-tool.ts'
import { fileInside } from '../file-inside.ts'
import { hashFilm } from './hash-film.ts'
import { readJsonFile } from './recording-files.ts'
import { SealError } from './seal-error.ts'

export interface SealedCheck {
  /** The bytes are those that were sealed. */
  readonly intact: boolean
  readonly sha256: string
  readonly decodeErrors: number
}

/** A film as the database knows it from its seal. */
export interface SealedFilm {
  readonly file: string
  readonly sha256: string
  readonly byteLength: number
}

/**
 * «Проверка целостности»: reads the sealed file again, compares its hash and length with `expected` and decodes all of
 * it at low priority. Without `expected` the manifest beside the file is believed: that shows a broken disk, never a
 * hand. Rejects with SealError without a manifest or ffmpeg, with the system error where the file is missing.
 */
export async function verifySealed(options: {
  directory: string
  expected?: SealedFilm
  ffmpegPath: string
  signal?: AbortSignal
}): Promise<SealedCheck> {
  const { directory, ffmpegPath, signal } = options
  const film = options.expected ?? Manifest.safeParse(await readJsonFile(directory, manifestFileName)).data
  if (!film) throw new SealError('noSession', 'No manifest')
  const file = path.join(directory, film.file)
  // A link put in the film's place is not the film, whatever it leads to.
  if (fileInside(directory, film.file).kind === 'foreign') throw new SealError('failed', 'Not a file of this folder')
  const { sha256, byteLength } = await hashFilm(file, { signal, lowPriority: true })

  let errorLines = 0
  const errors = makeLineReader(line => {
    if (line.trim() !== '') errorLines += 1
  })
  const ending = await runTool({
    program: ffmpegPath,
    arguments: buildCheckArguments(file, containerOfFile(film.file).demuxer),
    onErrorOutput: bytes => errors.push(bytes),
    lowPriority: true,
    ...(signal ? { signal } : {}),
  })
  errors.end()
  if (ending.kind === 'notStarted') throw new SealError('noFfmpeg', ending.detail)
  if (ending.kind === 'stopped') throw new SealError('stopped', 'The check was stopped')
  return {
    intact: sha256 === film.sha256 && byteLength === film.byteLength,
    sha256,
    decodeErrors: Math.max(errorLines, ending.kind === 'failed' ? 1 : 0),
  }
}
