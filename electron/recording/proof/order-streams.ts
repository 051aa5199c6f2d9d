import { open } from 'node:fs/promises'
import path from 'node:path'
import { buildOrderArguments } from '../../../shared/media/ffmpeg-arguments.ts'
import { partFileName } from '../../../shared/recording/part-log.ts'
import { type Ending, runTool } from '../../media/run-tool.ts'
import { fileMode } from './recording-files.ts'

/**
 * Copies of the parts with the picture first and the sound second, beside them: which of the two comes first in a live
 * file is chance (whose first packet was earlier), and ffmpeg's concat demuxer joins streams by their position.
 * `onPackets` gets the hashes of the packets as they were read from the raw parts, in the order of the parts.
 */
export async function orderStreams(options: {
  ffmpegPath: string
  directory: string
  partNumbers: readonly number[]
  /** Makes the names of this run unique; ends so that remains are recognised. */
  suffix: string
  onPackets: (bytes: Uint8Array) => void
  requireDone: (ending: Ending) => void
  signal?: AbortSignal
}): Promise<string[]> {
  const { ffmpegPath, directory, partNumbers, suffix, onPackets, requireDone, signal } = options
  const names: string[] = []
  for (const partNumber of partNumbers) {
    const name = `${partFileName(partNumber)}.${suffix}`
    await (await open(path.join(directory, name), 'w', fileMode)).close()
    const ending = await runTool({
      program: ffmpegPath,
      arguments: buildOrderArguments({ input: partFileName(partNumber), output: name }),
      workingDirectory: directory,
      onOutput: onPackets,
      ...(signal ? { signal } : {}),
    })
    requireDone(ending)
    names.push(name)
  }
  return names
}
