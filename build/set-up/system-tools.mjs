/**
 * Programs from outside npm that the project runs, and how each kind of system installs them. Pure: the platform and
 * what exists are arguments.
 */

/** @typedef {'check' | 'start' | 'desktop' | 'test' | 'sfu' | 'demo' | 'letterDemo'} Purpose */
/**
 * @typedef {object} Tool
 * @property {string} what
 * @property {readonly string[]} commands any of them will do
 * @property {string} [header] a file below /usr/include that shows it is there
 * @property {readonly string[]} [fonts] folders of fonts as the distributions lay them out, any of which will do
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
  {
    what: 'ffmpeg',
    commands: ['ffmpeg'],
    debian: 'ffmpeg',
    rpm: 'ffmpeg',
    neededFor: ['start', 'desktop', 'test', 'sfu', 'demo', 'letterDemo'],
  },
  { what: 'браузер', commands: browsers, debian: 'chromium', rpm: 'chromium', neededFor: ['start'] },
  // The tests drive Debian's Chromium and nothing else.
  {
    what: 'Chromium',
    commands: ['chromium'],
    debian: 'chromium',
    rpm: 'chromium',
    neededFor: ['test', 'sfu', 'demo', 'letterDemo'],
  },
  { what: 'Xvfb', commands: ['Xvfb'], debian: 'xvfb', rpm: 'xorg-x11-server-Xvfb', neededFor: ['test'] },
  { what: 'xauth', commands: ['xauth'], debian: 'xauth', rpm: 'xauth', neededFor: ['test'] },
  { what: 'PulseAudio', commands: ['pulseaudio'], debian: 'pulseaudio', rpm: 'pulseaudio', neededFor: ['test'] },
  { what: 'openbox', commands: ['openbox'], debian: 'openbox', rpm: 'openbox', neededFor: ['test'] },
  { what: 'xdotool', commands: ['xdotool'], debian: 'xdotool', rpm: 'xdotool', neededFor: ['test'] },
  {
    what: 'espeak-ng',
    commands: ['espeak-ng'],
    debian: 'espeak-ng',
    rpm: 'espeak-ng',
    neededFor: ['test', 'sfu', 'demo', 'letterDemo'],
  },
  // A real mail server on loopback; its parts for IMAP and LMTP are packages of their own.
  {
    what: 'Dovecot',
    commands: ['dovecot'],
    debian: 'dovecot-imapd dovecot-lmtpd',
    rpm: 'dovecot',
    neededFor: ['test', 'letterDemo'],
  },
  // Takes letters, delivers them and sends back reports of those it cannot deliver.
  { what: 'Postfix', commands: ['postfix'], debian: 'postfix', rpm: 'postfix', neededFor: ['test'] },
  // What opens the documents the program makes and reads their text back.
  {
    what: 'LibreOffice Writer',
    commands: ['soffice'],
    debian: 'libreoffice-writer-nogui',
    rpm: 'libreoffice-writer',
    neededFor: ['test'],
  },
  {
    what: 'LibreOffice Calc',
    commands: ['soffice'],
    debian: 'libreoffice-calc-nogui',
    rpm: 'libreoffice-calc',
    neededFor: ['test'],
  },
  {
    what: 'Poppler',
    commands: ['pdftotext'],
    debian: 'poppler-utils',
    rpm: 'poppler-utils',
    neededFor: ['test'],
  },
  // Documents are set in a face as wide as Times New Roman: with another one pages break elsewhere.
  {
    what: 'Liberation Serif',
    commands: [],
    fonts: [
      'truetype/liberation',
      'truetype/liberation2',
      'liberation-serif',
      'liberation-serif-fonts',
      'ttf/liberation',
    ],
    debian: 'fonts-liberation',
    rpm: 'liberation-serif-fonts',
    neededFor: ['test'],
  },
  // What mediasoup's worker is compiled with.
  { what: 'g++', commands: ['g++'], debian: 'g++', rpm: 'gcc-c++', neededFor: ['sfu'] },
  { what: 'ninja', commands: ['ninja'], debian: 'ninja-build', rpm: 'ninja-build', neededFor: ['sfu'] },
  { what: 'pkg-config', commands: ['pkg-config'], debian: 'pkg-config', rpm: 'pkgconf-pkg-config', neededFor: ['sfu'] },
  library('libuv', 'uv.h', 'libuv1-dev', 'libuv-devel'),
  library('OpenSSL', 'openssl/ssl.h', 'libssl-dev', 'openssl-devel'),
  library('Abseil', 'absl/container/flat_hash_map.h', 'libabsl-dev', 'abseil-cpp-devel'),
  library('libsrtp', 'srtp2/srtp.h', 'libsrtp2-dev', 'libsrtp-devel'),
  library('usrsctp', 'usrsctp.h', 'libusrsctp-dev', 'usrsctp-devel'),
  library('nlohmann-json', 'nlohmann/json.hpp', 'nlohmann-json3-dev', 'json-devel'),
  // Without a Cyrillic font the system's own dialogs, and screenshots, are rows of boxes.
  {
    what: 'кириллический шрифт',
    commands: [],
    fonts: [
      ...['dejavu', 'liberation', 'liberation2', 'freefont', 'noto', 'pt-astra-sans'].map(name => `truetype/${name}`),
      ...['dejavu-sans-fonts', 'liberation-sans', 'ttf/dejavu', 'ttf/liberation', 'dejavu', 'google-noto'],
    ],
    debian: 'fonts-dejavu-core',
    rpm: 'dejavu-sans-fonts',
    neededFor: ['start', 'desktop', 'test', 'sfu', 'demo', 'letterDemo'],
  },
]

/**
 * A library of the worker, by its header.
 * @param {string} what
 * @param {string} header
 * @param {string} debian
 * @param {string} rpm
 * @returns {Tool}
 */
function library(what, header, debian, rpm) {
  return { what, commands: [], header, debian, rpm, neededFor: ['sfu'] }
}

/**
 * What is missing for a purpose on Linux.
 * @param {Purpose} purpose
 * @param {{
 *   hasCommand: (name: string) => boolean,
 *   hasFont: (folder: string) => boolean,
 *   hasHeader?: (path: string) => boolean,
 * }} machine
 * @returns {Tool[]}
 */
export function missingTools(purpose, { hasCommand, hasFont, hasHeader = () => false }) {
  const isHere = (/** @type {Tool} */ { commands, header, fonts = [] }) =>
    commands.some(hasCommand) || fonts.some(hasFont) || (header !== undefined && hasHeader(header))
  return tools.filter(tool => tool.neededFor.includes(purpose) && !isHere(tool))
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
