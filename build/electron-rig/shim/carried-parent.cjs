'use strict'
/** Electron's `process.parentPort` and its ports, for a Node behind a utility process. */
const { EventEmitter } = require('node:events')

const ports = new Map()
const post = message => process.connected && process.send(message)

class Port extends EventEmitter {
  #id
  constructor(id) {
    super()
    this.#id = id
  }
  start() {
    post({ start: this.#id })
  }
  postMessage(data) {
    post({ to: this.#id, data })
  }
  close() {
    if (ports.delete(this.#id)) post({ close: this.#id })
  }
}

const parentPort = new EventEmitter()
parentPort.postMessage = message => post({ parent: message })
process.on('message', message => {
  if ('to' in message) ports.get(message.to)?.emit('message', { data: message.data })
  else if ('closed' in message) {
    const port = ports.get(message.closed)
    ports.delete(message.closed)
    port?.emit('close')
  } else {
    const given = message.ports.map(id => {
      const port = new Port(id)
      ports.set(id, port)
      return port
    })
    parentPort.emit('message', { data: message.data, ports: given })
  }
})
// A utility process dies with its program, and this one with its utility process: without a word, as the killed would.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.parentPort = parentPort
