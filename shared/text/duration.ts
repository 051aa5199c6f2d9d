/** The parts of a length of time; a negative one counts as nothing. */
function partsOf(durationMs: number) {
  const seconds = Math.floor(Math.max(0, durationMs) / 1000)
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** «02:19», «14:52», from an hour on «1:02:03»; full seconds, never rounded up. */
export function formatDuration(durationMs: number): string {
  const { hours, minutes, seconds } = partsOf(durationMs)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`
}

/** «+0:40»: time beyond a limit. */
export function formatOvertime(durationMs: number): string {
  const { hours, minutes, seconds } = partsOf(durationMs)
  return hours > 0 ? `+${hours}:${two(minutes)}:${two(seconds)}` : `+${minutes}:${two(seconds)}`
}

/** «12:41» left: full seconds rounded up, so that zero is shown only when nothing is left. */
export const formatRemaining = (durationMs: number): string =>
  formatDuration(Math.ceil(Math.max(0, durationMs) / 1000) * 1000)
