import type { WebContents } from 'electron'
import type { PageDoor } from '../../shared/desktop/bridge.ts'
import { channels } from '../../shared/desktop/channels.ts'
import type { WorkstationKeeper } from '../host/workstation-keeper.ts'
import type { ElectronApis } from './electron-apis.ts'

/** Joins pages and the workstation by ports: what they say to each other does not pass through the main process. */
export interface PagePorts {
  /** A page wants a port. It gets one now, or when the workstation is there. */
  want(page: WebContents, door: PageDoor): void
  /** The workstation is ready: everybody who waits is served. */
  workstationReady(): void
  /** The workstation is gone: every page that has a port is told, since not every dead port says so. */
  workstationGone(): void
}

export interface PagePortsDeps {
  readonly MessageChannelMain: ElectronApis['MessageChannelMain']
  readonly passPage: WorkstationKeeper['passPage']
}

export function makePagePorts({ MessageChannelMain, passPage }: PagePortsDeps): PagePorts {
  const waiting = new Map<WebContents, Set<PageDoor>>()
  const served = new Set<WebContents>()

  function serve(page: WebContents, door: PageDoor): boolean {
    const { port1, port2 } = new MessageChannelMain()
    if (!passPage(door, port2)) {
      port1.close()
      return false
    }
    page.postMessage(channels.port, door, [port1])
    remember(page)
    return true
  }

  function wait(page: WebContents, door: PageDoor): void {
    const doors = waiting.get(page) ?? new Set()
    waiting.set(page, doors.add(door))
  }

  function remember(page: WebContents): void {
    if (served.has(page)) return
    served.add(page)
    page.once('destroyed', () => {
      served.delete(page)
      waiting.delete(page)
    })
  }

  return {
    want(page, door) {
      if (!serve(page, door)) wait(page, door)
    },
    workstationReady() {
      const everybody = [...waiting]
      waiting.clear()
      for (const [page, doors] of everybody)
        for (const door of doors) if (!page.isDestroyed() && !serve(page, door)) wait(page, door)
    },
    workstationGone() {
      for (const page of served) if (!page.isDestroyed()) page.send(channels.gone)
    },
  }
}
