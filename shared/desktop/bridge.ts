/**
 * What the desktop host puts into its own pages as `window.videopriemDesktop` (electron/preload.ts). The browser host has
 * none: a page that finds nothing there is in a browser. Everything else a page wants it asks of the workstation.
 */
export interface DesktopBridge {
  /**
   * Asks for a new port to the workstation. It arrives as a `message` event of this window (`PortMessage`) once the
   * workstation is there; a port that closes is asked for anew.
   */
  connect(door: PageDoor): void
  /** The workstation is gone: its ports are dead, whether they say so or not. Returns its own undo. */
  onWorkstationGone(listener: () => void): () => void
  /** The Telemost room inside the desk's window; the recorder page has none. */
  readonly room: RoomBridge
  /** Brings the desk before all other windows and gives it the keyboard: something on it is to be answered. */
  toFront(): void
  /** A key of the session pressed while the room had the focus. Returns its own undo. */
  onSessionKey(listener: (key: SessionKeyPress) => void): () => void
}

/** What the host finds out about the room's page. */
export type RoomPageProblem = 'unreachable' | 'crashed' | 'pageClosed'

/** One such finding; `atMs` by the clock of the computer. */
export interface RoomFailure {
  readonly problem: RoomPageProblem
  readonly atMs: number
}

export interface RoomBridge {
  /** Opens the room; refused by the host where the address is no meeting of Telemost. */
  open(address: string): void
  /**
   * Its page could not be loaded (no network, no name, a certificate), died and was loaded again, or closed itself. What nobody
   * took (`failureTold`) is told again to whoever listens next. Returns its own undo.
   */
  onFailed(listener: (failure: RoomFailure) => void): () => void
  /** The workstation knows of the last failure: it is not told again. */
  failureTold(): void
  /** Where it stands on the page, CSS pixels; null = beneath the page, still alive and recorded. */
  place(rectangle: RoomRectangle | null): void
  /** Leaves the meeting and lets go of the room. */
  leave(): void
  /** Gives the room the keyboard; F6 brings it back. */
  focus(): void
}

export interface RoomRectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Which of the workstation's doors a page's port leads to: the contract, the recorder's link, or the rehearsal's. */
export type PageDoor = 'contract' | 'recorder' | 'rehearsal'

/** The fields of a KeyboardEvent by which the session knows its keys. */
export interface SessionKeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export const bridgeName = 'videopriemDesktop'
/** The window the desk opens for its panel on top: by this name, without an address, and the host lets no other pass. */
export const panelFrameName = 'videopriem-panel'
export const portMessageKind = 'videopriem-port'

/** The window message a port comes with. */
export interface PortMessage {
  readonly kind: typeof portMessageKind
  readonly door: PageDoor
}

export function isPortMessage(data: unknown, door: PageDoor): data is PortMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    data.kind === portMessageKind &&
    'door' in data &&
    data.door === door
  )
}
