import { runTool } from '../media/run-tool.ts'

/**
 * After how many idle minutes the desktop sends this computer to sleep, as GNOME's settings tell it; 0 = never, null =
 * another desktop, or nothing tells. Only on Linux.
 */
export async function readSleepMinutes(program = 'gsettings'): Promise<number | null> {
  const ask = async (key: string): Promise<string> => {
    let text = ''
    const ending = await runTool({
      program,
      arguments: ['get', 'org.gnome.settings-daemon.plugins.power', key],
      onOutput: bytes => {
        text += bytes.toString()
      },
    })
    return ending.kind === 'done' ? text.trim() : ''
  }
  const type = await ask('sleep-inactive-ac-type')
  if (type === '') return null
  if (type === "'nothing'") return 0
  const seconds = Number(await ask('sleep-inactive-ac-timeout'))
  return Number.isFinite(seconds) ? Math.round(seconds / 60) : null
}
