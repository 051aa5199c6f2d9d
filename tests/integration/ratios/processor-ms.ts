import { execFileSync } from 'node:child_process'

/** Of what is measured once, a busy neighbour or a collection may be a part; of the least of several hardly. */
const rounds = 3

/** Processor time of one piece of work of this process, every thread of it, milliseconds: the least of three rounds. */
export async function processorMs(work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    taken.push((user + system) / 1000)
  }
  return Math.min(...taken)
}

/** The same of a program that is started for it; its words are its arguments. */
export function processorMsOf(program: string, ...words: readonly string[]): number {
  const timed = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null'
  const once = (): number => {
    const told = execFileSync('bash', ['-c', `{ ${timed}; } 2>&1`, 'timed', program, ...words], { encoding: 'utf8' })
    return told.split(' ').reduce((sum, seconds) => sum + Number(seconds) * 1000, 0)
  }
  return Math.min(...Array.from({ length: rounds }, once))
}
