import { existsSync } from 'node:fs'
import path from 'node:path'
import { readVersionLine } from '../../shared/media/ffmpeg-lines.ts'
import { runTool } from './run-tool.ts'

export type FfmpegLocation =
  | {
      readonly kind: 'found'
      readonly path: string
      readonly version: string
      readonly source: 'setting' | 'bundled' | 'system'
    }
  /** `settingUnusable`: a path was set by hand and is no ffmpeg; nothing else is taken in its place silently. */
  | { readonly kind: 'refused'; readonly reason: 'settingUnusable' | 'notFound'; readonly tried: readonly string[] }

export interface LocateFfmpegOptions {
  /** Path from the settings; null = look for one. */
  readonly setting: string | null
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The path ffmpeg-static offers; replaced in tests. */
  readonly bundled?: () => Promise<string | null>
  /** The program's version, null where it does not run as ffmpeg. */
  readonly readVersion?: (program: string) => Promise<string | null>
}

/** Finds ffmpeg: the setting, then ffmpeg-static, then the system's PATH and usual places. */
export async function locateFfmpeg(options: LocateFfmpegOptions): Promise<FfmpegLocation> {
  const { setting, platform, environment, bundled = bundledFfmpeg, readVersion = versionOf } = options
  if (setting !== null) {
    const version = await readVersion(setting)
    return version === null
      ? { kind: 'refused', reason: 'settingUnusable', tried: [setting] }
      : { kind: 'found', path: setting, version, source: 'setting' }
  }
  const tried: string[] = []
  const fromPackage = await bundled()
  const candidates = [
    ...(fromPackage === null ? [] : [{ program: fromPackage, source: 'bundled' as const }]),
    ...systemCandidates(platform, environment).map(program => ({ program, source: 'system' as const })),
  ]
  for (const { program, source } of candidates) {
    if (!existsSync(program)) continue
    tried.push(program)
    const version = await readVersion(program)
    if (version !== null) return { kind: 'found', path: program, version, source }
  }
  return { kind: 'refused', reason: 'notFound', tried }
}

/** Full paths at which the platform usually keeps ffmpeg, PATH first. */
export function systemCandidates(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const windows = platform === 'win32'
  const { join } = windows ? path.win32 : path.posix
  const name = windows ? 'ffmpeg.exe' : 'ffmpeg'
  // Windows spells it Path; a copy of the environment is case sensitive.
  const searchPath = environment.PATH ?? environment.Path ?? ''
  const onPath = searchPath.split(windows ? ';' : ':').filter(directory => directory !== '')
  const usual = windows
    ? [
        join(environment.ProgramFiles ?? 'C:\\Program Files', 'ffmpeg', 'bin'),
        join(environment.LOCALAPPDATA ?? 'C:\\', 'Microsoft', 'WinGet', 'Links'),
        'C:\\ffmpeg\\bin',
      ]
    : platform === 'darwin'
      ? ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin']
      : ['/usr/bin', '/usr/local/bin']
  return [...new Set([...onPath, ...usual])].map(directory => join(directory, name))
}

/**
 * Where ffmpeg-static put its binary. Its install fails without GitHub and npm then removes the whole package, so the
 * import itself may fail; the name is a variable because the types may be absent too.
 */
async function bundledFfmpeg(): Promise<string | null> {
  const name = 'ffmpeg-static'
  try {
    const loaded = (await import(name)) as { default?: unknown }
    // A packaged program keeps executables outside its archive.
    return typeof loaded.default === 'string' ? loaded.default.replace('app.asar', 'app.asar.unpacked') : null
  } catch {
    return null
  }
}

async function versionOf(program: string): Promise<string | null> {
  let output = ''
  const ending = await runTool({
    program,
    arguments: ['-hide_banner', '-version'],
    onOutput: bytes => {
      if (output.length < 4096) output += bytes.toString()
    },
    signal: AbortSignal.timeout(10_000),
  })
  return ending.kind === 'done' ? readVersionLine(output) : null
}
