import { greatest } from '../extremes.ts'
import type { CheckResult } from './codes.ts'
import { judged, judgeFigure, type Thresholds } from './thresholds.ts'
import type { ComputerFacts, HostFacts, WorkstationFacts } from './workstation-facts.ts'

/** Judges what the workstation measured of its computer, its disk and the way to Telemost. */
export function judgeWorkstation(thresholds: Thresholds, facts: WorkstationFacts): readonly CheckResult[] {
  return [
    ...judgeComputer(thresholds, facts.computer),
    ...judgeHosts(thresholds, facts.hosts),
    ...judgeLink(facts.link),
  ]
}

function judgeComputer(thresholds: Thresholds, computer: ComputerFacts): CheckResult[] {
  const { ffmpegVersion, missingMuxers, secondEngineRefusal, power, sleepAfterMinutes, encrypted } = computer
  const rounded = (value: number | null, digits: number) =>
    value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits
  return [
    judgeFigure(thresholds, 'diskRoom', computer.roomInReceptions),
    judgeFigure(thresholds, 'diskSpeed', rounded(computer.writeMegabytesPerSecond, 1)),
    judgeFigure(thresholds, 'diskFlush', rounded(computer.flushMs, 1)),
    judgeFigure(thresholds, 'processor', rounded(computer.idleProcessorPercent, 0)),
    judgeFigure(thresholds, 'memory', rounded(computer.freeMemoryGigabytes, 1)),
    judgeFigure(
      thresholds,
      'clock',
      computer.clockOffsetSeconds === null ? null : rounded(Math.abs(computer.clockOffsetSeconds), 1),
    ),
    judged('timeZone', computer.sameOffset ? 'good' : 'warning', {
      detail: `${computer.systemTimeZone} / ${computer.bodyTimeZone}`,
    }),
    missingMuxers.length > 0 || ffmpegVersion === null
      ? judged('ffmpeg', 'fault', {
          cause: ffmpegVersion === null ? 'notAvailable' : 'missingMuxer',
          detail: `${ffmpegVersion ?? ''} ${missingMuxers.join(', ')}`.trim(),
        })
      : judged('ffmpeg', 'good', { detail: ffmpegVersion }),
    // The second engine is a spare: its absence is told, never alarmed.
    judged('secondEngine', secondEngineRefusal === null ? 'good' : 'unknown', {
      cause: secondEngineRefusal === null ? null : secondEngineRefusal === 'wayland' ? 'wayland' : 'notAvailable',
      detail: secondEngineRefusal ?? '',
    }),
    judged('power', power === null ? 'unknown' : power === 'mains' ? 'good' : 'warning', {
      cause: power === 'battery' ? 'onBattery' : null,
    }),
    judged('sleep', sleepAfterMinutes === null ? 'unknown' : sleepAfterMinutes === 0 ? 'good' : 'warning', {
      detail: sleepAfterMinutes === null ? '' : `${sleepAfterMinutes} min`,
    }),
    judged('encryption', encrypted === null ? 'unknown' : encrypted ? 'good' : 'warning', {
      cause: encrypted === false ? 'notEncrypted' : null,
    }),
  ]
}

/** Never more than a warning: a proxy that stops our probe must not lock an office out (п. 3.5 is at hand). */
function judgeHosts(thresholds: Thresholds, hosts: readonly HostFacts[]): CheckResult[] {
  if (hosts.length === 0) return []
  const failed = hosts.filter(host => host.problem !== null)
  const slowest = greatest(hosts.map(host => host.answerMs ?? 0)) ?? 0
  const detail = hosts.map(hostLine).join('; ')
  const [first] = failed
  if (first) {
    const result = judged('telemostHosts', 'warning', { cause: causeOf(first), detail })
    return [{ ...result, figure: failed.length, unit: 'hosts' }]
  }
  return [judgeFigure(thresholds, 'telemostHosts', Math.round(slowest), { detail })]
}

function judgeLink(link: HostFacts | null): CheckResult[] {
  if (link === null) return [judged('telemostLink', 'unknown', { cause: 'noLink' })]
  const answers = link.problem === null && link.status !== null && link.status < 400
  return [
    judged('telemostLink', answers ? 'good' : 'warning', {
      cause: answers ? null : causeOf(link),
      detail: hostLine(link),
    }),
  ]
}

const causeOf = ({ problem }: HostFacts) => problem ?? 'failed'

const hostLine = ({ host, lookupMs, connectMs, secureMs, answerMs, status, problem }: HostFacts): string =>
  problem !== null
    ? `${host}: ${problem}`
    : `${host}: DNS ${ms(lookupMs)}, TCP ${ms(connectMs)}, TLS ${ms(secureMs)}, HTTP ${status ?? '—'} ${ms(answerMs)}`

const ms = (value: number | null): string => (value === null ? '—' : `${Math.round(value)} ms`)
