import path from 'node:path'
import { manifestFileName } from '../../../shared/recording/part-log.ts'
import { Manifest } from '../../../shared/recording/slip.ts'
import { fileInside } from '../file-inside.ts'
import { decodeFilm } from './decode-film.ts'
import { hashFilm } from './hash-film.ts'
import { readJsonFile } from './recording-files.ts'
import { SealError } from './seal-error.ts'

export interface SealedCheck {
  /** The bytes are those that were sealed. */
  readonly intact: boolean
  readonly sha256: string
  /** Of bytes that differ: how many errors they decode with. null: they are those that were decoded for the slip. */
  readonly decodeErrors: number | null
}

/** A film as the database knows it from its seal. */
export interface SealedFilm {
  readonly file: string
  readonly sha256: string
  readonly byteLength: number
}

/**
 * «Проверка целостности»: reads the sealed file again and compares its hash and length with `expected`. The same bytes
 * decode as they did for the slip; others are decoded whole, to say what of them can still be read. Without `expected`
 * the manifest beside the file is believed: that shows a broken disk, never a hand. Rejects with SealError without a
 * manifest or ffmpeg, with the system error where the file is missing.
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
  const { sha256, byteLength } = await hashFilm(file, { signal })
  const intact = sha256 === film.sha256 && byteLength === film.byteLength
  return { intact, sha256, decodeErrors: intact ? null : await decodeFilm({ file, ffmpegPath, signal }) }
}
