import { posix, win32 } from 'node:path'

/**
 * Which host `npm start` opens. Pure: the environment and what exists are arguments.
 *
 * @typedef {'asked' | 'noBinary' | 'noDisplay' | 'root'} WhyBrowser
 * @typedef {{ host: 'electron', binary: string, args: string[] } | { host: 'browser', because: WhyBrowser, args: string[] }} HostChoice
 */

/** Path of the executable inside a folder of Electron. @type {Readonly<Record<string, string>>} */
const executables = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/**
 * Folder of an Electron that is already there, or null; nothing is ever fetched.
 * @param {object} machine
 * @param {string} machine.platform
 * @param {Readonly<Record<string, string | undefined>>} machine.environment
 * @param {(path: string) => boolean} machine.exists
 */
export function findElectron({ platform, environment, exists }) {
  const { join } = platform === 'win32' ? win32 : posix
  const named = environment.ELECTRON_OVERRIDE_DIST_PATH
  // A folder that was named by hand is the one that was meant: no other is taken in its place.
  const directory = named || join('node_modules', 'electron', 'dist')
  const binary = join(directory, executables[platform] ?? 'electron')
  return exists(binary) ? { directory, binary } : null
}

/**
 * @param {object} start
 * @param {readonly string[]} start.args of the command line
 * @param {string} start.platform
 * @param {Readonly<Record<string, string | undefined>>} start.environment
 * @param {boolean} start.isRoot
 * @param {(path: string) => boolean} start.exists
 * @returns {HostChoice}
 */
export function chooseHost({ args: given, platform, environment, isRoot, exists }) {
  const args = given.filter(argument => argument !== '--browser')
  // A link to be printed is a thing of the browser host.
  if (given.includes('--browser') || given.includes('--no-window')) return { host: 'browser', because: 'asked', args }
  const electron = findElectron({ platform, environment, exists })
  if (!electron) return { host: 'browser', because: 'noBinary', args }
  if (platform === 'linux') {
    if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return { host: 'browser', because: 'noDisplay', args }
    // Chromium's sandbox refuses to work for root, and without it we do not start.
    if (isRoot) return { host: 'browser', because: 'root', args }
  }
  return {
    host: 'electron',
    binary: electron.binary,
    args: [...displayArguments({ platform, environment, args }), ...args],
  }
}

/**
 * On X11 also where a Wayland session runs beside it (docs/decisions/0035). Electron reads it before any script of ours.
 * @param {{ platform: string, environment: Readonly<Record<string, string | undefined>>, args: readonly string[] }} start
 */
function displayArguments({ platform, environment, args }) {
  const isChosen = args.some(argument => argument.startsWith('--ozone-platform'))
  return platform === 'linux' && environment.DISPLAY && !isChosen ? ['--ozone-platform=x11'] : []
}

/** The one line that says why it is not the desktop. @type {Readonly<Record<WhyBrowser, string | null>>} */
export const whyBrowser = {
  asked: null,
  noBinary: 'Electron на этом компьютере не установлен: открываю в окне браузера.',
  noDisplay: 'Экрана нет: вместо Electron работает вариант для браузера.',
  root: 'От имени root Electron не запускается: открываю в окне браузера.',
}
