import type { WebContents, WebFrameMain } from 'electron'
import type { Surface } from './navigation.ts'

/** Who is who among the pages. A page nobody named is nobody's, and everything is refused to it. */
export interface Surfaces {
  /** To be called right after a window or view is made, before it loads anything. */
  name(contents: WebContents, surface: Surface): void
  surfaceOf(contents: WebContents): Surface | null
  /** The surface whose main frame this is; null for a sub-frame and for a page nobody named. */
  surfaceOfMainFrame(frame: WebFrameMain | null): Surface | null
}

/** `webContents` of the electron module tells whose frame it is. */
export function makeSurfaces({ ownerOf }: { ownerOf: (frame: WebFrameMain) => WebContents | undefined }): Surfaces {
  const named = new WeakMap<WebContents, Surface>()

  function surfaceOf(contents: WebContents): Surface | null {
    const surface = named.get(contents)
    if (surface !== undefined) return surface
    // A pop-up begins to load before `did-create-window` is told; what opened it says what it is.
    const opener = contents.opener ? ownerOf(contents.opener) : undefined
    return opener && named.get(opener) === 'room' ? 'signIn' : null
  }

  return {
    name: (contents, surface) => void named.set(contents, surface),
    surfaceOf,
    surfaceOfMainFrame(frame) {
      if (!frame || frame.isDestroyed() || frame.parent) return null
      const owner = ownerOf(frame)
      return owner && owner.mainFrame.frameTreeNodeId === frame.frameTreeNodeId ? surfaceOf(owner) : null
    },
  }
}
