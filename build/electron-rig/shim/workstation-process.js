/**
 * A real utility process of Electron that holds real ports; the workstation itself runs in Node 24 behind it, because
 * its native module has no build for Electron 25. Nothing is understood here, only carried.
 */
const { spawn } = require('node:child_process')
const { join } = require('node:path')

const project = join(__dirname, '../../../..')
const child = spawn(
  join(project, 'node_modules/node/bin/node'),
  ['--require', join(__dirname, 'carried-parent.cjs'), join(project, 'out/desktop/workstation-process.js')],
  { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' },
)
const ports = new Map()
let lastId = 0
const post = message => child.connected && child.send(message, () => undefined)
process.parentPort.on('message', ({ data, ports: given }) => {
  const ids = given.map(port => {
    lastId += 1
    const id = lastId
    ports.set(id, port)
    port.on('message', ({ data: carried }) => post({ to: id, data: carried }))
    port.on('close', () => {
      if (ports.delete(id)) post({ closed: id })
    })
    return id
  })
  post({ data, ports: ids })
})
child.on('message', message => {
  if ('parent' in message) process.parentPort.postMessage(message.parent)
  else if ('start' in message) ports.get(message.start)?.start()
  else if ('close' in message) {
    const port = ports.get(message.close)
    ports.delete(message.close)
    port?.close()
  } else ports.get(message.to)?.postMessage(message.data)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 137 : 0)))
