import type { RtpCapabilities, TransportOptions } from 'mediasoup-client/types'
import type { PeerFacts } from '../../../../shared/equipment/measurements.ts'
import type { SfuMethod } from '../../../../shared/equipment/sfu-signalling.ts'
import { makeTestSource } from './test-source.ts'
import { noPeer, watchPeer } from './watch-peer.ts'

/** Asks the server through the workstation. */
export type AskServer = (method: SfuMethod, data: object) => Promise<unknown>

/**
 * Sends a picture and a sound to the department's media server and takes them back: device, transports, producer,
 * consumer, statistics once a second. It measures the way to that server, not to Telemost. Never rejects.
 */
export async function measureServer(ask: AskServer, signal: AbortSignal): Promise<PeerFacts> {
  const source = makeTestSource()
  const startedMs = performance.now()
  let close = (): void => undefined
  try {
    // Loaded only where a server is set up.
    const { Device } = await import('mediasoup-client')
    const device = await Device.factory()
    await device.load({ routerRtpCapabilities: (await ask('capabilities', {})) as RtpCapabilities })
    if (!device.canProduce('video') || !device.canProduce('audio')) return noPeer
    const options = async (direction: 'send' | 'receive') =>
      (await ask('createTransport', { direction })) as TransportOptions
    const send = device.createSendTransport(await options('send'))
    const receive = device.createRecvTransport(await options('receive'))
    close = () => {
      send.close()
      receive.close()
    }
    for (const transport of [send, receive]) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        ask('connectTransport', { transportId: transport.id, dtlsParameters }).then(done, failed)
      })
    }
    send.on('produce', ({ kind, rtpParameters }, done, failed) => {
      ask('produce', { transportId: send.id, kind, rtpParameters }).then(
        answer => done({ id: (answer as { id: string }).id }),
        failed,
      )
    })
    for (const track of source.stream.getTracks()) {
      const producer = await send.produce({ track })
      const { rtpCapabilities } = device
      const offered = await ask('consume', { transportId: receive.id, producerId: producer.id, rtpCapabilities })
      const consumer = await receive.consume(offered as Parameters<typeof receive.consume>[0])
      await ask('resume', { consumerId: consumer.id })
    }
    return await watchPeer({
      ...{ startedMs, signal },
      reports: async () => [await receive.getStats(), await send.getStats()],
      isConnected: samples => samples.some(({ packetsReceived }) => packetsReceived > 0),
    })
  } catch {
    return noPeer
  } finally {
    close()
    source.close()
  }
}
