import { greatest, least } from '../../../shared/extremes.ts'

/** Points of a line in a box, time to the right, more upwards; a line that never moves runs through the middle. */
export function plotPoints(
  points: readonly { readonly at: string; readonly figure: number }[],
  width: number,
  height: number,
): string {
  const times = points.map(({ at }) => Date.parse(at))
  const figures = points.map(({ figure }) => figure)
  const scaled = (value: number, values: readonly number[], size: number) => {
    const [lowest, highest] = [least(values) ?? 0, greatest(values) ?? 0]
    return highest === lowest ? size / 2 : ((value - lowest) / (highest - lowest)) * size
  }
  return points
    .map(({ figure }, index) => {
      const x = scaled(times[index] ?? 0, times, width)
      const y = height - scaled(figure, figures, height)
      return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
    })
    .join(' ')
}
