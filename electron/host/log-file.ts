import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'

interface LogFileOptions {
  readonly directory: string
  /** `supervisor` → supervisor.log, supervisor.1.log, … */
  readonly name: string
  readonly limitBytes?: number
  readonly keptFiles?: number
}

/** Lines into one file; a full file is renamed and the oldest one is dropped. */
export function makeRotatingFile({ directory, name, limitBytes = 5_000_000, keptFiles = 4 }: LogFileOptions): {
  write(line: string): void
} {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = (age: number): string => join(directory, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  const open = (): number => openSync(path(0), 'a', 0o600)
  let file = open()
  let sizeBytes = fstatSync(file).size
  const rotate = (): void => {
    closeSync(file)
    for (let age = keptFiles - 1; age >= 0; age -= 1) renameIfThere(path(age), path(age + 1))
    file = open()
    sizeBytes = 0
  }
  return {
    write(line) {
      const bytes = Buffer.from(line)
      if (sizeBytes > 0 && sizeBytes + bytes.length > limitBytes) rotate()
      writeSync(file, bytes)
      sizeBytes += bytes.length
    },
  }
}

/** A log without personal data: codes and ids; what can open a door is blanked out should it ever get here. */
export function openLog(options: LogFileOptions): pino.Logger {
  const secrets = ['token', 'cookie', 'secret', 'databaseKeyHex', 'authorization']
  return pino(
    {
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap(name => [name, `*.${name}`]), censor: '…' },
    },
    makeRotatingFile(options),
  )
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
