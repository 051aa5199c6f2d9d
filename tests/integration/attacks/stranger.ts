import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** nobody: a user every Linux has and no program of ours runs as. */
const strangerId = 65_534

/** Another user can only be played where the runner may become one. */
export const canBeAStranger = process.platform === 'linux' && process.getuid?.() === 0

/** For `spawn`. */
export const strangerIdentity = () => ({ uid: strangerId, gid: strangerId })

/** Runs a script in a process of another user of this computer; answers what it printed. */
export const asStranger = (script: string, ...args: readonly string[]): Promise<string> =>
  runScript(script, args, strangerIdentity())

/** Runs the same script in a process of our own user. */
export const asOurselves = (script: string, ...args: readonly string[]): Promise<string> => runScript(script, args, {})

async function runScript(script: string, args: readonly string[], identity: { uid?: number; gid?: number }) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...args], {
    ...identity,
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [printed, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  if (code !== 0) throw new Error(`the script ended with ${code}: ${errors}`)
  return printed
}

/** Sends a text to a port of 127.0.0.1 and prints whatever comes back, to the end. */
export const sendRaw = `
import net from 'node:net'
const [port, text] = process.argv.slice(1)
const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(text))
socket.on('error', () => {})
socket.setTimeout(3000, () => socket.destroy())
socket.pipe(process.stdout)
`

/** The same, but the socket is given up before the other end can look who holds it. */
export const sendAndVanish = `
import net from 'node:net'
const [port, text] = process.argv.slice(1)
const socket = net.connect(Number(port), '127.0.0.1', () => {
  socket.write(text)
  socket.end()
  setTimeout(() => process.exit(0), 5)
})
socket.on('error', () => {})
`
