import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

/** A command as a person types it, in a process group of its own: npm, what it starts, and what that starts. */
export interface StartedCommand {
  /** The address it printed. */
  readonly address: string
  /** From the command to that line. */
  readonly addressMs: number
  /** `performance.now()` at the command. */
  readonly beganMs: number
  /** Asks the whole group to leave, or takes its power. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Runs the command in the project's folder; resolves with the first address it prints. */
export async function startCommand(command: readonly string[]): Promise<StartedCommand> {
  const [program = '', ...args] = command
  const beganMs = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ended = once(child, 'close')
  let printed = ''
  child.stdout.setEncoding('utf8')
  const address = await new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => reject(new Error(`${command.join(' ')} ended without an address:\n${printed}`)))
    child.stdout.on('data', text => {
      printed += text
      // Vite paints its address, the port in bold.
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(stripVTControlCharacters(printed))?.[0]
      if (found) resolve(found)
    })
  })
  const addressMs = performance.now() - beganMs
  return {
    address,
    addressMs,
    beganMs,
    async end(signal) {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
      await ended
    },
  }
}
