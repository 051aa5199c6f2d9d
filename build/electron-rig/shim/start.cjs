'use strict'
/** What Node 18 lacks of what the main side uses. Hides nothing of Electron itself. */
require('./old-platform.js')
require('node:diagnostics_channel').tracingChannel ??= () => ({
  hasSubscribers: false,
  traceSync: (work, _context, self, ...args) => work.apply(self, args),
})
require('./main.cjs')

/**
 * Only for the package of `npm run check:package`: a packaged program does not start with the switches by which it is
 * driven and given devices that are none. Named in this variable they are given behind its look at its command line and
 * before Chromium reads them: the program itself runs to there within the line above. Hides: that look, which has tests.
 */
const { app } = require('electron')
for (const given of (process.env.VIDEOPRIEM_RIG_SWITCHES ?? '').split(' ').filter(Boolean)) {
  const [name, value] = given.split('=')
  app.commandLine.appendSwitch(name, value)
}
