'use strict'
/** What Node 18 lacks of what the main side uses. Hides nothing of Electron itself. */
require('./old-platform.js')
require('node:diagnostics_channel').tracingChannel ??= () => ({
  hasSubscribers: false,
  traceSync: (work, _context, self, ...args) => work.apply(self, args),
})
require('./main.cjs')
