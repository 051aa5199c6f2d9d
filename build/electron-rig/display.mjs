import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * A display nobody looks at, with a window manager of its own.
 * @param {{ home: string }} place
 * @returns {Promise<{ display: string, close: () => Promise<void> }>}
 */
export async function openDisplay({ home }) {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = await once(createInterface({ input: server.stdout }), 'line')
  const display = `:${String(number).trim()}`
  const manager = spawn('openbox', [], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, HOME: home },
  })
  return {
    display,
    async close() {
      for (const child of [manager, server]) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }
    },
  }
}
