/** Why the second engine cannot work here, as a stable code; null = it can be tried. */
export type GrabberObstacle = 'wayland' | 'noDisplay' | 'platformUntried'

export interface GrabberSurroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Wayland lets no program read another one's window without a dialog of its own each time, and Xwayland shows black.
 * Windows and macOS have their argument builders, but nobody has tried them on a real machine: saying so is better than
 * a recording that fails in front of a citizen.
 */
export function grabberObstacle({ platform, environment }: GrabberSurroundings): GrabberObstacle | null {
  if (platform !== 'linux') return 'platformUntried'
  if (environment.XDG_SESSION_TYPE === 'wayland' || environment.WAYLAND_DISPLAY) return 'wayland'
  return environment.DISPLAY ? null : 'noDisplay'
}
