import { runTool } from '../../media/run-tool.ts'

/** A window or a device that can be chosen. */
export interface NamedSource {
  readonly id: string
  readonly label: string
}

const lines = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')

/** Output of a small tool; null where it is not installed or fails. */
async function outputOf(program: string, args: readonly string[]): Promise<string | null> {
  let text = ''
  const ending = await runTool({ program, arguments: args, onOutput: bytes => (text += bytes.toString('utf8')) })
  return ending.kind === 'done' ? text : null
}

/** Visible windows with a title, by xdotool; null where it is missing or there is no X display. */
export async function listWindows(): Promise<NamedSource[] | null> {
  const found = await outputOf('xdotool', ['search', '--onlyvisible', '--name', '.+'])
  if (found === null) return null
  const windows = await Promise.all(
    lines(found).map(async id => ({ id, label: (await outputOf('xdotool', ['getwindowname', id]))?.trim() ?? '' })),
  )
  return windows.filter(({ label }) => label !== '')
}

/** Microphones of PulseAudio or PipeWire: everything that is no loudspeaker's monitor; null where neither answers. */
export async function listMicrophones(): Promise<NamedSource[] | null> {
  const found = await outputOf('pactl', ['list', 'short', 'sources'])
  if (found === null) return null
  return lines(found)
    .map(line => line.split('\t')[1] ?? '')
    .filter(name => name !== '' && !name.endsWith('.monitor'))
    .map(name => ({ id: name, label: name }))
}

/** What the default loudspeaker plays; null where there is none. */
export async function speakerMonitor(): Promise<string | null> {
  const sink = (await outputOf('pactl', ['get-default-sink']))?.trim()
  return sink ? `${sink}.monitor` : null
}
