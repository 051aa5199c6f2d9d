import { type DesktopBridge, isPortMessage, type PageDoor } from '../../shared/desktop/bridge.ts'

const states = { connecting: 0, open: 1 } as const

/**
 * A wire to the workstation over ports, in the shape of a WebSocket that comes back by itself: `open` with every new
 * port, `message`, and `close` when a port is lost. While none is there `send` throws, as a closed WebSocket would.
 */
export interface PortSocket extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly readyState: number
  send(data: unknown): void
  /** For good. */
  close(): void
}

export interface PortSocketDeps {
  readonly bridge: Pick<DesktopBridge, 'connect' | 'onWorkstationGone'>
  readonly door: PageDoor
  /** Where the ports arrive: this window. */
  readonly arrivals: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

export function makePortSocket({ bridge, door, arrivals }: PortSocketDeps): PortSocket {
  const target = new EventTarget()
  let port: MessagePort | null = null
  let isClosed = false

  function lose(lost: MessagePort): void {
    if (port !== lost) return
    port = null
    lost.close()
    target.dispatchEvent(new Event('close'))
    if (!isClosed) bridge.connect(door)
  }

  function take(arrived: MessagePort): void {
    if (isClosed) {
      arrived.close()
      return
    }
    if (port) lose(port)
    port = arrived
    arrived.addEventListener('message', ({ data }) => target.dispatchEvent(new MessageEvent('message', { data })))
    arrived.addEventListener('close', () => lose(arrived))
    arrived.start()
    target.dispatchEvent(new Event('open'))
  }

  const onArrival = ({ data, ports: [arrived] }: MessageEvent<unknown>): void => {
    if (arrived && isPortMessage(data, door)) take(arrived)
  }
  arrivals.addEventListener('message', onArrival)
  const forgetGone = bridge.onWorkstationGone(() => {
    if (port) lose(port)
  })
  bridge.connect(door)

  return {
    get readyState() {
      return port ? states.open : states.connecting
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    send(data) {
      if (!port) throw new Error('The port to the workstation is not open')
      port.postMessage(data)
    },
    close() {
      isClosed = true
      forgetGone()
      arrivals.removeEventListener('message', onArrival)
      if (port) lose(port)
    },
  }
}
