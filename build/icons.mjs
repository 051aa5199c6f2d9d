import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeIcns, makeIco } from './icons/containers.mjs'
import { projectDirectory } from './set-up.mjs'

/**
 * `node build/icons.mjs`: draws renderer/app/icon.svg with Chromium in every size the systems ask for. Run after a change
 * of the drawing; what it makes is committed, so that packing needs no browser. Runs on Node 24 with packages installed.
 */
const sizes = [16, 32, 48, 64, 128, 256, 512]

const { chromium } = await import('playwright-core')
const svg = readFileSync(join(projectDirectory, 'renderer/app/icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' })
/** @type {Map<number, Buffer>} */
const pictures = new Map()
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  pictures.set(size, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()

const folder = join(projectDirectory, 'build/icons')
mkdirSync(join(folder, 'linux'), { recursive: true })
// electron-builder reads the size out of the name.
for (const [size, png] of pictures) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png)
// The window and the tray of the running program.
copyFileSync(join(folder, 'linux/256x256.png'), join(projectDirectory, 'resources/icons/videopriem.png'))
writeFileSync(join(folder, 'icon.ico'), makeIco(pictures))
// Of the window and beside the clock, at run time.
mkdirSync(join(projectDirectory, 'resources/icons'), { recursive: true })
writeFileSync(join(projectDirectory, 'resources/icons/videopriem.png'), pictures.get(256) ?? '')
writeFileSync(join(folder, 'icon.icns'), makeIcns(pictures))
