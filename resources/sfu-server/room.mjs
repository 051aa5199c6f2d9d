/**
 * The room of one check: whoever sends takes back what they sent, and nobody else is there. Methods and parameters are
 * those of shared/equipment/sfu-signalling.ts; mediasoup checks its own parameters itself.
 */

/**
 * @typedef {object} Room
 * @property {(method: string, data: Record<string, any>) => Promise<unknown>} ask rejects where the answer is no
 * @property {() => void} close
 */

/** There and back, a sound and a picture. */
const most = { transports: 2, producers: 2, consumers: 2 }

/** More than a check ever sends; what is above it is not let in. */
const incomingBitrate = 4_000_000

/** What mediasoup is asked to offer. */
export const codecs = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
]

/**
 * @param {any} router mediasoup's; the room closes it
 * @param {{ mediaAddress: string, announcedAddress: string | null }} where
 * @returns {Room}
 */
export function makeRoom(router, { mediaAddress, announcedAddress }) {
  const transports = shelf('transport', most.transports)
  const producers = shelf('producer', most.producers)
  const consumers = shelf('consumer', most.consumers)

  /** @type {Record<string, (data: Record<string, any>) => Promise<unknown>>} */
  const methods = {
    capabilities: async () => router.rtpCapabilities,
    async createTransport() {
      transports.demandRoom()
      const transport = await router.createWebRtcTransport({
        // Words both mediasoup 3.12 and the current one understand.
        listenIps: [{ ip: mediaAddress, ...(announcedAddress === null ? {} : { announcedIp: announcedAddress }) }],
        ...{ enableUdp: true, enableTcp: false, preferUdp: true },
      })
      transports.put(transport)
      await transport.setMaxIncomingBitrate(incomingBitrate)
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport
      return { id, iceParameters, iceCandidates, dtlsParameters }
    },
    async connectTransport({ transportId, dtlsParameters }) {
      await transports.get(transportId).connect({ dtlsParameters })
      return {}
    },
    async produce({ transportId, kind, rtpParameters }) {
      producers.demandRoom()
      const producer = await transports.get(transportId).produce({ kind, rtpParameters })
      return { id: producers.put(producer).id }
    },
    async consume({ transportId, producerId, rtpCapabilities }) {
      consumers.demandRoom()
      const source = producers.get(producerId)
      if (!router.canConsume({ producerId: source.id, rtpCapabilities })) throw new Error('cannot consume')
      const consumer = await transports
        .get(transportId)
        .consume({ producerId: source.id, rtpCapabilities, paused: true })
      const { id, kind, rtpParameters } = consumers.put(consumer)
      return { id, producerId: source.id, kind, rtpParameters }
    },
    async resume({ consumerId }) {
      await consumers.get(consumerId).resume()
      return {}
    },
  }

  return {
    async ask(method, data) {
      if (!Object.hasOwn(methods, method)) throw new Error('unknown method')
      return methods[method]?.(data)
    },
    close: () => router.close(),
  }
}

/**
 * Things of one kind by their id, so many and no more.
 * @param {string} what
 * @param {number} room
 */
function shelf(what, room) {
  /** @type {Map<unknown, any>} */
  const things = new Map()
  return {
    demandRoom() {
      if (things.size >= room) throw new Error(`too many of ${what}`)
    },
    /** @param {any} thing */
    put(thing) {
      things.set(thing.id, thing)
      return thing
    },
    /** @param {unknown} id */
    get(id) {
      const thing = things.get(id)
      if (thing === undefined) throw new Error(`unknown ${what}`)
      return thing
    },
  }
}
