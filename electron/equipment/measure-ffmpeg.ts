import { readVersionLine } from '../../shared/media/ffmpeg-lines.ts'
import { runTool } from '../media/run-tool.ts'

export interface FfmpegFacts {
  readonly version: string | null
  readonly missing: readonly string[]
}

/** What seal, check and export write or read with it. */
const neededMuxers = ['matroska', 'framehash', 'null', 'mp4'] as const

/** Asks the program itself; `version` null = it does not start. */
export async function measureFfmpeg(ffmpegPath: string, signal?: AbortSignal): Promise<FfmpegFacts> {
  const ask = async (argument: string) => {
    let text = ''
    const ending = await runTool({
      program: ffmpegPath,
      arguments: ['-hide_banner', argument],
      onOutput: bytes => {
        text += bytes.toString('latin1')
      },
      ...(signal ? { signal } : {}),
    })
    return ending.kind === 'done' ? text : ''
  }
  const [version, muxers] = await Promise.all([ask('-version'), ask('-muxers')])
  return { version: readVersionLine(version.split('\n')[0] ?? ''), missing: missingMuxers(muxers) }
}

/** Names of the needed muxers that are not in what `ffmpeg -muxers` prints. */
export function missingMuxers(listing: string): readonly string[] {
  const there = new Set(listing.split('\n').flatMap(line => /^\s*D?E\s+(\S+)/.exec(line)?.[1]?.split(',') ?? []))
  return neededMuxers.filter(name => !there.has(name))
}
