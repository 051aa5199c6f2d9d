import { readFileSync } from 'node:fs'
import type { Rectangle } from 'electron/main'
import * as z from 'zod'
import { writeFilePrivately } from '../database/write-file-privately.ts'
import type { ElectronApis } from './electron-apis.ts'

const Side = z.int().min(-100_000).max(100_000)

const WindowState = z.strictObject({
  /** Of the window that is not maximised, in the system's own units. */
  bounds: z.strictObject({ x: Side, y: Side, width: Side, height: Side }),
  maximized: z.boolean(),
})
export type WindowState = Readonly<z.infer<typeof WindowState>>

/** The part of a display that windows may take. */
export interface DisplayArea {
  readonly workArea: Rectangle
}

/** Below this the session screen cannot be used; the smallest office screen, 1366×768 with a panel, still holds it. */
export const leastSize = { width: 1024, height: 640 } as const
/** A wide screen is no reason to draw a wide desk. */
const usualSize = { width: 1600, height: 960 } as const
/** So much of the title must be on a display, or the window cannot be caught by a mouse. */
const caughtPixels = 120

/**
 * Where the window opens: as it was left, moved back onto the displays that are there now. Without a memory, or where
 * the remembered display is gone, in the middle of the first one; maximised where that one is small.
 */
export function placeWindow(left: WindowState | null, displays: readonly DisplayArea[]): WindowState {
  const areas = displays.map(({ workArea }) => workArea)
  const first = areas[0]
  if (!first) return left ?? { bounds: { x: 0, y: 0, ...usualSize }, maximized: false }
  const home = left ? areas.find(area => canBeCaught(left.bounds, area)) : undefined
  if (left && home) return { bounds: fitted(left.bounds, home), maximized: left.maximized }
  const isSmall = first.width < usualSize.width || first.height < usualSize.height
  return { bounds: centred(usualSize, first), maximized: left?.maximized ?? isSmall }
}

function canBeCaught({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return shown >= caughtPixels && y >= area.y - 8 && y <= area.y + area.height - 40
}

/** No larger than its display, no smaller than can be used, wholly on it. */
function fitted({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const size = sizeWithin({ width, height }, area)
  return {
    x: clamp(x, area.x, area.x + area.width - size.width),
    y: clamp(y, area.y, area.y + area.height - size.height),
    ...size,
  }
}

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = sizeWithin(size, area)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  }
}

const sizeWithin = ({ width, height }: { width: number; height: number }, area: Rectangle) => ({
  width: Math.min(Math.max(width, leastSize.width), area.width),
  height: Math.min(Math.max(height, leastSize.height), area.height),
})

const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), Math.max(from, to))

/** Remembers where the window was left; a file that makes no sense counts as none. */
export interface WindowStateFile {
  read(): WindowState | null
  /**
   * The window was shown where it was asked to be. On X11 it says of itself another place, by the frame its manager puts
   * around it: kept as said it would walk by the height of a title with every start.
   */
  opened(asked: Rectangle, said: () => Rectangle): void
  /** Soon: a window that is dragged tells its place many times a second. */
  write(state: WindowState): void
}

const settledMs = 500

export function openWindowState(path: string): WindowStateFile {
  let waiting: NodeJS.Timeout | null = null
  let first: { readonly asked: Rectangle; readonly said: Rectangle } | null = null
  /** Null while the window has not settled: until then nobody has moved it. */
  const asAsked = (now: Rectangle): Rectangle | null =>
    first && {
      x: first.asked.x + now.x - first.said.x,
      y: first.asked.y + now.y - first.said.y,
      width: first.asked.width + now.width - first.said.width,
      height: first.asked.height + now.height - first.said.height,
    }
  return {
    read() {
      try {
        return WindowState.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return null
      }
    },
    opened(asked, said) {
      setTimeout(() => {
        first = { asked, said: said() }
      }, settledMs)
    },
    write({ bounds, maximized }) {
      const place = asAsked(bounds)
      if (place === null) return
      if (waiting) clearTimeout(waiting)
      waiting = setTimeout(
        () => writeFilePrivately(path, `${JSON.stringify({ bounds: place, maximized })}\n`),
        settledMs,
      )
    },
  }
}

/** The primary one first: without a memory the window opens there. */
export function displaysOf(screen: ElectronApis['screen']) {
  const primary = screen.getPrimaryDisplay()
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
}
