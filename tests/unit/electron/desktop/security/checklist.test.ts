import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Electron's checklist as far as the source can show it (docs/security.md); a scanner of its own was not worth it. */

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

function sourcesIn(folder: string): readonly { path: string; code: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:ts|tsx)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({
      path: relative(root, path).replaceAll('\\', '/'),
      code: withoutComments(readFileSync(path, 'utf8')),
    }))
}

/** Comments may name what the code must not. A line comment begins after a space, so that `https://` is none. */
const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')

const electronSources = sourcesIn('electron')
const ownPageSources = sourcesIn('renderer')

interface Rule {
  readonly name: string
  readonly forbidden: RegExp
  /** Something the rule has to catch: a rule that catches nothing holds nothing. */
  readonly sample: string
  /** The files that may. */
  readonly except?: readonly string[]
}

const desktop = (name: string): string => `electron/desktop/${name}.ts`

const rules: readonly Rule[] = [
  { name: 'Node in a page', forbidden: /nodeIntegration\w*:(?! *false\b)/, sample: 'nodeIntegration: true' },
  { name: 'a page in our context', forbidden: /contextIsolation:(?! *true\b)/, sample: 'contextIsolation: false' },
  { name: 'a page without a sandbox', forbidden: /\bsandbox:(?! *true\b)/, sample: 'sandbox: false' },
  { name: 'no same-origin policy', forbidden: /webSecurity:(?! *true\b)/, sample: 'webSecurity: false' },
  { name: 'mixed content', forbidden: /allowRunningInsecureContent/, sample: 'allowRunningInsecureContent: true' },
  {
    name: 'experiments',
    forbidden: /enableBlinkFeatures|experimentalFeatures/,
    sample: "enableBlinkFeatures: 'X'",
  },
  { name: 'a webview', forbidden: /webviewTag:(?! *false\b)|<webview|allowpopups/i, sample: 'webviewTag: true' },
  {
    name: 'a link handed to the system',
    forbidden: /openExternal|\bshell\b *[.,}]/,
    sample: 'shell.openExternal(url)',
  },
  {
    name: 'a message door beside the one',
    forbidden: /ipcMain\.(?:on|once|handle|handleOnce|addListener)\(|\.ipc\.(?:on|handle)\(/,
    sample: "ipcMain.handle('x', f)",
    except: [desktop('page-messages')],
  },
  {
    name: 'code written into a page',
    forbidden: /executeJavaScript|insertCSS|\.debugger\b/,
    sample: 'contents.executeJavaScript(code)',
    except: [desktop('recorder-window')],
  },
  {
    name: 'an address that is not one of our own pages',
    forbidden: /\bloadURL\((?!`\$\{ownOrigin\}\/[a-z]*`\))|\bloadFile\(/,
    sample: 'window.loadURL(url)',
    // What they load was judged (room-address.ts, navigation.ts).
    except: [desktop('room'), desktop('sign-in-windows')],
  },
  {
    name: 'trust by a rule of our own',
    forbidden: /setCertificateVerifyProc|allowNTLMCredentials|importCertificate|NODE_TLS_REJECT/,
    sample: 'session.setCertificateVerifyProc(f)',
  },
  {
    name: 'a switch that takes a wall down',
    forbidden:
      /no-sandbox|disable-web-security|ignore-certificate-errors|remote-debugging|disable-site-isolation|auth-server-(?:white|allow)list|allow-insecure-localhost/,
    sample: "appendSwitch('no-sandbox')",
    // The browser host only, and only as root, where an installed Chromium starts no other way; and the list of what a
    // packaged program refuses.
    except: ['electron/browser/browser-arguments.ts', 'electron/desktop/security/switches.ts'],
  },
  {
    name: 'a whole screen to be shared',
    forbidden: /types: *\[[^\]]*'screen'|loopback(?:WithMute)?'/,
    sample: "types: ['screen']",
  },
  {
    name: 'a privilege the scheme does not need',
    forbidden: /bypassCSP|allowServiceWorkers|corsEnabled|allowExtensions/,
    sample: 'bypassCSP: true',
  },
  {
    name: 'an older way to answer a scheme',
    forbidden: /(?:register|intercept)(?:File|Buffer|String|Stream|Http)Protocol/,
    sample: 'registerFileProtocol()',
  },
  { name: 'a synchronous call of a page', forbidden: /sendSync/, sample: 'ipcRenderer.sendSync()' },
  {
    name: 'a raw ipcRenderer in a page',
    forbidden: /exposeInMainWorld\([^)]*ipcRenderer/,
    sample: "exposeInMainWorld('x', ipcRenderer)",
  },
  { name: 'code made of text', forbidden: /\beval\(|new Function\(|\bFunction\(['"`]/, sample: 'eval(text)' },
  {
    name: 'a handler of permissions beside the one list',
    forbidden: /\.set(?:Permission(?:Request|Check)|DevicePermission|DisplayMediaRequest)Handler\(/,
    sample: 'session.setPermissionRequestHandler(null)',
    except: [desktop('security/permission-handlers'), desktop('security/display-media')],
  },
  {
    name: 'a second listener of requests, which would replace the first',
    forbidden: /onBeforeRequest/,
    sample: 'session.webRequest.onBeforeRequest(f)',
    except: [desktop('security/request-filter')],
  },
]

describe.each(rules)('no $name', ({ forbidden, sample, except = [] }) => {
  test('anywhere', () => {
    const found = electronSources.filter(({ code }) => forbidden.test(code)).map(({ path }) => path)
    expect(found.filter(path => !except.includes(path))).toEqual([])
  })
  test('is what the rule would find', () => expect(sample).toMatch(forbidden))
})

test('Electron itself is taken hold of in two files', () => {
  const runtimeImport =
    /^import (?!type\b)[^\n]*from '(?:electron|electron\/[a-z]+)'|\bimport\('electron'\)|require\('electron'\)/m
  const found = electronSources.filter(({ code }) => runtimeImport.test(code)).map(({ path }) => path)
  expect(found.sort()).toEqual(['electron/main.ts', 'electron/preload.ts'])
  expect("import { app, type App } from 'electron'").toMatch(runtimeImport)
  expect("import type { App } from 'electron'").not.toMatch(runtimeImport)
})

test('every page has the preferences of page-preferences.ts, the sign-in window its own', () => {
  const isShared = /webPreferences: *(?:\{ *\.\.\.)?(?:own|foreign)PagePreferences\(/
  const sources = electronSources.filter(({ code }) => /new (?:BrowserWindow|WebContentsView|BrowserView)\(/.test(code))
  expect(sources.length).toBeGreaterThan(0)
  for (const { path, code } of sources) {
    const made = code.match(/new (?:BrowserWindow|WebContentsView|BrowserView)\(/g)?.length ?? 0
    expect(code.match(new RegExp(isShared, 'g'))?.length, path).toBe(made)
  }
})

test('only our own pages have a preload', () => {
  const found = electronSources.filter(({ code }) => /\bpreload: /.test(code)).map(({ path }) => path)
  expect(found).toEqual([desktop('page-preferences')])
})

test('the desktop stands on what both hosts share, never on the browser host', () => {
  const found = electronSources.filter(
    ({ path, code }) => path.startsWith('electron/desktop/') && /from '[^']*\/browser\//.test(code),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

test.each([
  ['eval', /\beval\(|new Function\(/],
  ['markup made of text', /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/],
  ['a frame', /<iframe|<webview|<object\b|<embed\b/],
])('our own pages have no %s', (_name, forbidden) => {
  expect(ownPageSources.filter(({ code }) => forbidden.test(code)).map(({ path }) => path)).toEqual([])
})
