import { open } from 'node:fs/promises'
import path from 'node:path'
import { buildOrderArguments } from '../../../shared/media/ffmpeg-arguments.ts'
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
  /** Names of the raw parts, or of copies without their tails. */
  sources: readonly string[]
  isAvc: boolean
  /** Makes the names of this run unique; ends so that remains are recognised. */
  suffix: string
  onPackets: (bytes: Uint8Array) => void
  requireDone: (ending: Ending) => void
  signal?: AbortSignal
}): Promise<string[]> {
  const { ffmpegPath, directory, sources, isAvc, suffix, onPackets, requireDone, signal } = options
  const names: string[] = []
  for (const source of sources) {
    const name = `${source}.${suffix}`
    await (await open(path.join(directory, name), 'w', fileMode)).close()
    const ending = await runTool({
      program: ffmpegPath,
      arguments: buildOrderArguments({ input: source, output: name, isAvc }),
      workingDirectory: directory,
      onOutput: onPackets,
      ...(signal ? { signal } : {}),
    })
    requireDone(ending)
    names.push(name)
  }
  return names
}
