import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'

/** @typedef {{ code: number, output: string }} Ending */

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<Ending>}
 */
export function runQuietly(command, args, { env = process.env, cwd } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      output += text
    })
    child.on('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}${signal}\n` : output }))
  })
}

/**
 * Runs a program on our terminal to its end. Ctrl+C reaches the child from the terminal as well; a signal sent to us
 * alone is handed on. We leave after the child, and for good: whoever asked us to end does not want the next step.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, outputFile?: string, exit?: (code: number) => void }} [options] outputFile: what it
 *   prints goes there, and to the terminal in one piece at its end, because another program is on the terminal meanwhile
 * @returns {Promise<number>} exit code
 */
export function runInFront(command, args, { env = process.env, outputFile, exit = code => process.exit(code) } = {}) {
  return new Promise(resolve => {
    const output = outputFile === undefined ? null : openSync(outputFile, 'w')
    const child = spawn(command, args, { env, stdio: output === null ? 'inherit' : ['ignore', output, output] })
    if (output !== null) closeSync(output)
    let isAskedToEnd = false
    const handOn = (/** @type {NodeJS.Signals} */ signal) => {
      isAskedToEnd = true
      child.kill(signal)
    }
    process.on('SIGINT', handOn)
    process.on('SIGTERM', handOn)
    const leave = (/** @type {number} */ code) => {
      process.off('SIGINT', handOn)
      process.off('SIGTERM', handOn)
      if (outputFile !== undefined) process.stdout.write(readFileSync(outputFile))
      if (isAskedToEnd) exit(code === 0 ? 0 : 1)
      resolve(code)
    }
    child.on('error', error => {
      console.error(error.message)
      leave(127)
    })
    child.on('close', code => leave(code ?? 1))
  })
}

/**
 * The environment in which `node` means Node 24.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function nodeEnvironment(node, more = {}) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, ...more }
}
