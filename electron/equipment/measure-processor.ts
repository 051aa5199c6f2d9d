import { cpus } from 'node:os'

interface ProcessorTimes {
  readonly idle: number
  readonly all: number
}

/** Sum over the processors since the machine started. */
const processorTimes = (): ProcessorTimes =>
  cpus().reduce(
    (sum, { times }) => ({
      idle: sum.idle + times.idle,
      all: sum.all + times.user + times.nice + times.sys + times.idle + times.irq,
    }),
    { idle: 0, all: 0 },
  )

/** What was left over between two looks, percent; null where no time passed. */
export function idlePercent(before: ProcessorTimes, after: ProcessorTimes): number | null {
  const all = after.all - before.all
  return all <= 0 ? null : ((after.idle - before.idle) / all) * 100
}

/** Looks once and again after `durationMs`. */
export async function measureProcessor(durationMs: number): Promise<number | null> {
  const before = processorTimes()
  await new Promise(resolve => setTimeout(resolve, durationMs))
  return idlePercent(before, processorTimes())
}
