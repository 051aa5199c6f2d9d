import type { IpcMainEvent, WebContents } from 'electron'
import type pino from 'pino'
import * as z from 'zod'
import { channels } from '../../shared/desktop/channels.ts'
import type { ElectronApis } from './electron-apis.ts'
import { ownOrigin } from './security/own-pages.ts'

/** Which of our own pages a web contents shows. */
export type OwnPage = 'desk' | 'recorder'

const Door = z.enum(['contract', 'recorder', 'rehearsal'])
/** The equipment check of the desk rehearses by a link of its own; the recorder page has one door only. */
const doorsOf: Readonly<Record<OwnPage, readonly z.infer<typeof Door>[]>> = {
  desk: ['contract', 'rehearsal'],
  recorder: ['recorder'],
}
const longestSidePixels = 20_000
const Side = z.int().min(-longestSidePixels).max(longestSidePixels)
const Rectangle = z.strictObject({ x: Side, y: Side, width: Side.min(0), height: Side.min(0) }).nullable()
const Address = z.string().min(1).max(500)

export interface PageMessagesDeps {
  readonly ipcMain: ElectronApis['ipcMain']
  /** null: none of our pages. */
  readonly pageOf: (contents: WebContents) => OwnPage | null
  readonly onConnect: (page: WebContents, door: z.infer<typeof Door>) => void
  readonly deskToFront: () => void
  readonly room: {
    open(address: string): void
    place(rectangle: z.infer<typeof Rectangle>): void
    leave(): void
    focus(): void
    askFailure(): void
    failureTold(): void
  }
  readonly log: Pick<pino.Logger, 'warn'>
}

/**
 * The one door of messages from pages to the main process: sender → main frame and origin → page class → schema →
 * handler. What does not pass is dropped and logged; the bridge's calls answer nothing, so nobody waits.
 */
export function hearPages({ ipcMain, pageOf, onConnect, deskToFront, room, log }: PageMessagesDeps): void {
  function hear<Value>(
    channel: string,
    from: readonly OwnPage[],
    schema: z.ZodType<Value>,
    handle: (value: Value, sender: WebContents, page: OwnPage) => void,
  ): void {
    ipcMain.on(channel, (event, value: unknown) => {
      const page = senderPage(event, pageOf)
      if (page === null || !from.includes(page)) return log.warn({ channel, page }, 'message of a stranger dropped')
      const read = schema.safeParse(value)
      if (!read.success) return log.warn({ channel, page }, 'message that makes no sense dropped')
      return handle(read.data, event.sender, page)
    })
  }

  const nothing = z.undefined()
  hear(channels.connect, ['desk', 'recorder'], Door, (door, sender, page) => {
    if (doorsOf[page].includes(door)) onConnect(sender, door)
    else log.warn({ page, door }, 'a page asked for another page’s door')
  })
  hear(channels.roomOpen, ['desk'], Address, room.open)
  hear(channels.roomPlace, ['desk'], Rectangle, room.place)
  hear(channels.roomLeave, ['desk'], nothing, room.leave)
  hear(channels.roomFocus, ['desk'], nothing, room.focus)
  hear(channels.roomFailureAsked, ['desk'], nothing, room.askFailure)
  hear(channels.roomFailureTold, ['desk'], nothing, room.failureTold)
  hear(channels.deskToFront, ['desk'], nothing, deskToFront)
}

/** A frame inside a page, or a page that was led elsewhere, is none of our pages. */
function senderPage({ sender, senderFrame }: IpcMainEvent, pageOf: PageMessagesDeps['pageOf']): OwnPage | null {
  // Compared by what they are: that a frame is handed out as one and the same object is promised nowhere.
  if (!senderFrame || senderFrame.parent !== null || senderFrame.origin !== ownOrigin) return null
  return pageOf(sender)
}
