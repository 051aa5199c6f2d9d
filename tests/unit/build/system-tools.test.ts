import { describe, expect, test } from 'vitest'
import { installCommand, linuxFamily, missingTools, names, tools } from '../../../build/set-up/system-tools.mjs'

const bare = { hasCommand: () => false, hasFont: () => false }
const having = (...commands: string[]) => ({
  hasCommand: (name: string) => commands.includes(name),
  hasFont: () => true,
})

describe('what is missing', () => {
  test('on a bare machine, for a start: a browser, ffmpeg and letters', () =>
    expect(names(missingTools('start', bare), 'debian')).toBe('ffmpeg chromium fonts-dejavu-core'))
  test('on a bare machine, for the tests: everything', () =>
    expect(names(missingTools('test', bare), 'debian')).toBe(
      'ffmpeg chromium xvfb xauth pulseaudio openbox xdotool espeak-ng dovecot-imapd dovecot-lmtpd postfix libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation fonts-dejavu-core',
    ))
  test('for the media server: the browser, and what its worker is compiled with, libraries by their headers', () => {
    const tools = 'ffmpeg chromium espeak-ng g++ ninja-build pkg-config'
    const libraries = 'libuv1-dev libssl-dev libabsl-dev libsrtp2-dev libusrsctp-dev nlohmann-json3-dev'
    expect(names(missingTools('sfu', bare), 'debian')).toBe(`${tools} ${libraries} fonts-dejavu-core`)
    const withHeaders = { ...bare, hasHeader: (path: string) => path !== 'uv.h' }
    expect(names(missingTools('sfu', withHeaders), 'debian')).toBe(`${tools} libuv1-dev fonts-dejavu-core`)
  })
  test('for a check: nothing', () => expect(missingTools('check', bare)).toEqual([]))
  test.each(['google-chrome', 'yandex-browser', 'chromium-gost', 'microsoft-edge', 'chromium-browser'])(
    '%s is a browser to start with, but not one to test with',
    browser => {
      expect(missingTools('start', having('ffmpeg', browser))).toEqual([])
      expect(names(missingTools('test', having('ffmpeg', browser)), 'debian')).toContain('chromium')
    },
  )
  test('another Cyrillic font is enough to start, not for the documents of the tests', () => {
    const machine = { ...having('ffmpeg', 'chromium'), hasFont: (folder: string) => folder === 'truetype/noto' }
    expect(missingTools('start', machine)).toEqual([])
    expect(names(missingTools('test', machine), 'debian')).toMatch(/ fonts-liberation$/)
  })
  test('nothing on a machine that has it all', () => {
    const all = having(...tools.flatMap(tool => tool.commands))
    expect(missingTools('start', all)).toEqual([])
    expect(missingTools('test', all)).toEqual([])
  })
})

test.each([
  ['ID=debian\nVERSION_ID="12"', 'debian'],
  ['ID=ubuntu\nID_LIKE=debian', 'debian'],
  ['ID=astra\nID_LIKE=debian', 'debian'],
  ['NAME="Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"', 'debian'],
  ['ID=altlinux', 'alt'],
  ['ID="redos"\nID_LIKE="rhel centos fedora"', 'rpm'],
  ['ID=arch', 'other'],
  ['', 'other'],
] as const)('%j is %s', (osRelease, family) => expect(linuxFamily(osRelease)).toBe(family))

describe('the command a person is told', () => {
  const missing = missingTools('start', bare)
  test.each([
    ['linux', 'ID=debian', 'sudo apt-get install -y --no-install-recommends ffmpeg chromium fonts-dejavu-core'],
    ['linux', 'ID=redos\nID_LIKE=rhel', 'sudo dnf install -y ffmpeg chromium dejavu-sans-fonts'],
    ['linux', 'ID=altlinux', "su - -c 'apt-get install -y ffmpeg chromium dejavu-sans-fonts'"],
    ['linux', 'ID=arch', null],
  ])('%s %j', (platform, osRelease, command) => expect(installCommand(missing, { platform, osRelease })).toBe(command))
  test.each(['win32', 'darwin'])('%s', platform =>
    expect(installCommand(missing, { platform, osRelease: '' })).toMatch(/ffmpeg.*chrome/is),
  )
})
