/** Points of a line in a box, time to the right, more upwards; a line that never moves runs through the middle. */
export function plotPoints(
  points: readonly { readonly at: string; readonly figure: number }[],
  width: number,
  height: number,
): string {
  const times = points.map(({ at }) => Date.parse(at))
  const figures = points.map(({ figure }) => figure)
  const scaled = (value: number, values: readonly number[], size: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return most === least ? size / 2 : ((value - least) / (most - least)) * size
  }
  return points
    .map(({ figure }, index) => {
      const x = scaled(times[index] ?? 0, times, width)
      const y = height - scaled(figure, figures, height)
      return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
    })
    .join(' ')
}
