import type { WorkstationChild } from './workstation-child.ts'

/**
 * Starts one process of the workstation at once, before anybody asks for it, and hands it out first: it loads while its
 * host does. One that died meanwhile is nobody's; the next is started instead.
 */
export function startAhead(spawn: () => WorkstationChild): { next: () => WorkstationChild; drop: () => void } {
  let ahead: WorkstationChild | null = spawn()
  const forget = (): void => {
    ahead = null
  }
  ahead.onExit(forget)
  ahead.onError(forget)
  return {
    next() {
      const taken = ahead ?? spawn()
      ahead = null
      return taken
    },
    /** Nobody will ask for it. */
    drop: () => ahead?.kill(),
  }
}
