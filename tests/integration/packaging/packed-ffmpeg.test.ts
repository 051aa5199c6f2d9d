import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listPackage } from '@electron/asar'
import { load } from 'js-yaml'
import { afterAll, expect, test } from 'vitest'
import { nodeEnvironment, runQuietly } from '../../../build/run.mjs'
import { makeStandInElectron } from './stand-in-electron.ts'

/**
 * ffmpeg-static is not there where GitHub cannot be reached, so a program of three files with a stand-in for it is packed
 * by the patterns of the real one.
 */

const root = resolve(import.meta.dirname, '../../..')
const project = mkdtempSync(join(tmpdir(), 'packed-ffmpeg-'))
afterAll(() => rmSync(project, { recursive: true, force: true }))

test('ffmpeg lies outside of the archive, where the program looks for it, and can be started', async () => {
  const { asarUnpack } = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as { asarUnpack: string[] }
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(join(project, path, '..'), { recursive: true })
    writeFileSync(join(project, path), text, { mode })
  }
  const json = (value: unknown) => JSON.stringify(value)
  write(
    'package.json',
    json({ name: 'small', version: '1.0.0', main: 'main.js', dependencies: { 'ffmpeg-static': '5.3.0' } }),
  )
  write('main.js', '// Nothing to run.\n')
  write('node_modules/ffmpeg-static/package.json', json({ name: 'ffmpeg-static', version: '5.3.0', main: 'index.js' }))
  write('node_modules/ffmpeg-static/index.js', "module.exports = require('node:path').join(__dirname, 'ffmpeg')\n")
  write('node_modules/ffmpeg-static/ffmpeg', '#!/bin/sh\necho ffmpeg\n', 0o755)
  makeStandInElectron(join(project, 'electron'), devDependencies.electron)
  write(
    'electron-builder.json',
    json({
      ...{ appId: 'ru.videopriem.small', electronDist: 'electron', electronVersion: devDependencies.electron },
      ...{ files: ['main.js'], asarUnpack, npmRebuild: false, directories: { output: 'release' } },
    }),
  )
  const ending = await runQuietly(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--publish', 'never'],
    { env: nodeEnvironment(process.execPath), cwd: project },
  )
  expect({ code: ending.code, output: ending.code === 0 ? '' : ending.output }).toEqual({ code: 0, output: '' })

  const archive = join(project, 'release/linux-unpacked/resources/app.asar')
  expect(listPackage(archive, { isPack: false })).toContain('/node_modules/ffmpeg-static/index.js')
  const named = join(archive, 'node_modules/ffmpeg-static/ffmpeg').replace('app.asar', 'app.asar.unpacked')
  expect(statSync(named).mode & 0o111).not.toBe(0)
  expect((await runQuietly(named, [])).output).toBe('ffmpeg\n')
}, 120_000)
