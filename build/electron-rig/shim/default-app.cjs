'use strict'
/**
 * Electron's own default app, as far as it is needed: `electron [-r module] path …`. This distribution came without one.
 * Asked for the project's folder it runs the bundle made for this Electron: VIDEOPRIEM_RIG_APP. VIDEOPRIEM_RIG_FIRST: a
 * module of a test that comes before it.
 */
const { app } = require('electron')
const Module = require('node:module')
const { join, resolve } = require('node:path')

const given = process.argv.slice(1)
const at = given[0] === '-r' ? 2 : 0
if (at > 0) Module._preloadModules([given[1]])
const path = resolve(given.slice(at).find(argument => !argument.startsWith('-')) ?? '.')
const folder = process.env.VIDEOPRIEM_RIG_APP ?? path
const about = require(join(folder, 'package.json'))
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(folder)
if (process.env.VIDEOPRIEM_RIG_FIRST) require(process.env.VIDEOPRIEM_RIG_FIRST)
Module._load(join(folder, about.main), Module, true)
