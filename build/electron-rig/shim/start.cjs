'use strict'
/** What Node 18 lacks of what the main side uses (Electron 45 has Node 24). Hides nothing of Electron itself. */
Promise.withResolvers ??= function withResolvers() {
  let resolve
  let reject
  const promise = new this((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}
URL.canParse ??= (address, base) => {
  try {
    return Boolean(new URL(address, base))
  } catch {
    return false
  }
}
require('node:diagnostics_channel').tracingChannel ??= () => ({
  hasSubscribers: false,
  traceSync: (work, _context, self, ...args) => work.apply(self, args),
})
require('./main.cjs')
