import { posix, win32 } from 'node:path'

/** What the search for a browser depends on. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

/** The first Chromium kin that is installed, as a path; null where there is none. */
export function findBrowser(places: BrowserPlaces): string | null {
  return browserCandidates(places).find(places.exists) ?? null
}

/** Where Chromium, Chrome, Yandex Browser and Edge live on each system, the preferred one first. */
export function browserCandidates({ platform, environment }: Omit<BrowserPlaces, 'exists'>): string[] {
  switch (platform) {
    case 'win32':
      return windowsCandidates(environment)
    case 'darwin': {
      const inside = [
        'Chromium.app/Contents/MacOS/Chromium',
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Yandex.app/Contents/MacOS/Yandex',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
      const folders = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])]
      return inside.flatMap(app => folders.map(folder => `${folder}/${app}`))
    }
    default:
      return linuxCandidates(environment)
  }
}

/** chromium-gost is the build with Russian cryptography that many offices have instead of Chromium. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'chromium-gost',
  'google-chrome',
  'google-chrome-stable',
  'yandex-browser',
  'yandex-browser-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
] as const

function linuxCandidates(environment: BrowserPlaces['environment']): string[] {
  const folders = (environment.PATH ?? '').split(':').filter(folder => folder.startsWith('/'))
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin']
  const all = [...new Set([...folders, ...usual])]
  return [
    ...linuxNames.flatMap(name => all.map(folder => posix.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/yandex/browser/yandex-browser',
    '/opt/chromium-gost/chromium-gost',
    '/opt/microsoft/msedge/msedge',
  ]
}

function windowsCandidates(environment: BrowserPlaces['environment']): string[] {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map(name => environment[name])
    .filter(folder => folder !== undefined && folder !== '')
  const inside = [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Yandex', 'YandexBrowser', 'Application', 'browser.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ]
  return inside.flatMap(parts => folders.map(folder => win32.join(folder ?? '', ...parts)))
}

/** What a person without a browser has to do. */
export function browserHint(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return 'Установите Google Chrome, Яндекс Браузер или Microsoft Edge, например: winget install --id Google.Chrome'
    case 'darwin':
      return 'Установите Google Chrome, Яндекс Браузер или Chromium, например: brew install --cask google-chrome'
    default:
      return 'Установите Chromium, Google Chrome или Яндекс Браузер, например: sudo apt-get install chromium'
  }
}
