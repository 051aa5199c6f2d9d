import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import {
  bridgeName,
  type DesktopBridge,
  type PageDoor,
  type PortMessage,
  portMessageKind,
  type RoomFailure,
  type SessionKeyPress,
} from '../shared/desktop/bridge.ts'
import { channels } from '../shared/desktop/channels.ts'

/** Runs in our own pages before they do: a port to the workstation and the room's place, by name, and nothing else. */

function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  // The event itself stays here: it leads to ipcRenderer.
  const heard = (_event: IpcRendererEvent, value: Value): void => listener(value)
  ipcRenderer.on(channel, heard)
  return () => void ipcRenderer.off(channel, heard)
}

// A port cannot cross the context bridge; a window message can carry it, to this very page only.
ipcRenderer.on(channels.port, ({ ports }, door: PageDoor) => {
  const message: PortMessage = { kind: portMessageKind, door }
  window.postMessage(message, window.location.origin, [...ports])
})

const bridge: DesktopBridge = {
  connect: door => ipcRenderer.send(channels.connect, door),
  onWorkstationGone: listener => listen<void>(channels.gone, () => listener()),
  onSessionKey: listener => listen<SessionKeyPress>(channels.sessionKey, listener),
  toFront: () => ipcRenderer.send(channels.deskToFront),
  room: {
    open: address => ipcRenderer.send(channels.roomOpen, address),
    onFailed(listener) {
      const undo = listen<RoomFailure>(channels.roomFailed, listener)
      ipcRenderer.send(channels.roomFailureAsked)
      return undo
    },
    failureTold: () => ipcRenderer.send(channels.roomFailureTold),
    place: rectangle => ipcRenderer.send(channels.roomPlace, rectangle),
    leave: () => ipcRenderer.send(channels.roomLeave),
    focus: () => ipcRenderer.send(channels.roomFocus),
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
