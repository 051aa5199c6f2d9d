/**
 * Programs from outside npm that the project runs, and how each kind of system installs them. Pure: the platform and
 * what exists are arguments.
 */

/** @typedef {'check' | 'start' | 'desktop' | 'test'} Purpose */
/**
 * @typedef {object} Tool
 * @property {string} what
 * @property {readonly string[]} commands any of them will do
 * @property {string} debian name of the Debian package
 * @property {string} rpm name on ALT, RED OS and other RPM systems
 * @property {readonly Purpose[]} neededFor
 */

/** Browsers the browser host can open its window in; the same order as electron/browser/browser-list.ts. */
const browsers = [
  'chromium',
  'chromium-browser',
  'chromium-gost',
  'google-chrome',
  'google-chrome-stable',
  'yandex-browser',
  'yandex-browser-stable',
  'microsoft-edge',
]

/** @type {readonly Tool[]} */
export const tools = [
  { what: 'ffmpeg', commands: ['ffmpeg'], debian: 'ffmpeg', rpm: 'ffmpeg', neededFor: ['start', 'desktop', 'test'] },
  { what: 'браузер', commands: browsers, debian: 'chromium', rpm: 'chromium', neededFor: ['start'] },
  // The tests drive Debian's Chromium and nothing else.
  { what: 'Chromium', commands: ['chromium'], debian: 'chromium', rpm: 'chromium', neededFor: ['test'] },
  { what: 'Xvfb', commands: ['Xvfb'], debian: 'xvfb', rpm: 'xorg-x11-server-Xvfb', neededFor: ['test'] },
  { what: 'xauth', commands: ['xauth'], debian: 'xauth', rpm: 'xauth', neededFor: ['test'] },
  { what: 'PulseAudio', commands: ['pulseaudio'], debian: 'pulseaudio', rpm: 'pulseaudio', neededFor: ['test'] },
  { what: 'openbox', commands: ['openbox'], debian: 'openbox', rpm: 'openbox', neededFor: ['test'] },
  { what: 'xdotool', commands: ['xdotool'], debian: 'xdotool', rpm: 'xdotool', neededFor: ['test'] },
  { what: 'espeak-ng', commands: ['espeak-ng'], debian: 'espeak-ng', rpm: 'espeak-ng', neededFor: ['test'] },
]

/** Without a Cyrillic font the system's own dialogs, and screenshots, are rows of boxes. */
const cyrillicFont = {
  what: 'кириллический шрифт',
  /** @type {readonly string[]} */
  commands: [],
  debian: 'fonts-dejavu-core',
  rpm: 'dejavu-sans-fonts',
  /** @type {readonly Purpose[]} */
  neededFor: ['start', 'desktop', 'test'],
}

/**
 * What is missing for a purpose on Linux.
 * @param {Purpose} purpose
 * @param {{ hasCommand: (name: string) => boolean, hasCyrillicFont: () => boolean }} machine
 * @returns {Tool[]}
 */
export function missingTools(purpose, { hasCommand, hasCyrillicFont }) {
  const missing = tools.filter(tool => tool.neededFor.includes(purpose) && !tool.commands.some(hasCommand))
  if (cyrillicFont.neededFor.includes(purpose) && !hasCyrillicFont()) missing.push(cyrillicFont)
  return missing
}

/**
 * Which family of Linux the text of /etc/os-release describes.
 * @param {string} osRelease
 * @returns {'debian' | 'alt' | 'rpm' | 'other'}
 */
export function linuxFamily(osRelease) {
  const value = (/** @type {string} */ key) =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1]?.toLowerCase() ?? ''
  const names = [value('ID'), ...value('ID_LIKE').split(' ')]
  // ALT has apt-get and RPM packages, so it must be asked for before the others.
  if (names.includes('altlinux') || names.includes('alt')) return 'alt'
  if (names.some(name => ['debian', 'ubuntu', 'astra'].includes(name))) return 'debian'
  if (names.some(name => ['redos', 'rhel', 'fedora', 'centos', 'rosa'].includes(name))) return 'rpm'
  return 'other'
}

/**
 * The exact command a person has to run, or null where we know none.
 * @param {readonly Tool[]} missing
 * @param {{ platform: string, osRelease: string }} machine
 */
export function installCommand(missing, { platform, osRelease }) {
  if (platform === 'win32') return 'winget install --id Gyan.FFmpeg && winget install --id Google.Chrome'
  if (platform === 'darwin') return 'brew install ffmpeg && brew install --cask google-chrome'
  switch (linuxFamily(osRelease)) {
    case 'debian':
      return `sudo apt-get install -y --no-install-recommends ${names(missing, 'debian')}`
    case 'alt':
      return `su - -c 'apt-get install -y ${names(missing, 'rpm')}'`
    case 'rpm':
      return `sudo dnf install -y ${names(missing, 'rpm')}`
    default:
      return null
  }
}

/**
 * @param {readonly Tool[]} missing
 * @param {'debian' | 'rpm'} kind
 */
export const names = (missing, kind) => [...new Set(missing.map(tool => tool[kind]))].join(' ')
