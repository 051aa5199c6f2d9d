/** What `npm run dist` asks of electron-builder, and what it makes of its answer. Pure. */

export const distUsage = `npm run dist [-- ПАРАМЕТРЫ]
  --dir   только папка программы, без установщиков`

/**
 * null where the arguments cannot be understood.
 * @param {readonly string[]} args
 */
export function readDistArguments(args) {
  return args.every(argument => argument === '--dir') ? { dir: args.length > 0 } : null
}

/** @type {Readonly<Record<string, string>>} */
const systems = { win32: '--win', darwin: '--mac' }

/**
 * @param {object} order
 * @param {string} order.platform of this machine: native modules are installed for no other
 * @param {boolean} order.dir
 * @param {string | null} order.electronDist folder of an Electron that is already there; null = electron-builder fetches it
 * @returns {string[]}
 */
export function packArguments({ platform, dir, electronDist }) {
  return [
    systems[platform] ?? '--linux',
    ...(dir ? ['dir'] : []),
    // Never to the address in electron-builder.yml: it is nobody's.
    ...['--publish', 'never'],
    ...(electronDist === null ? [] : [`-c.electronDist=${electronDist}`]),
  ]
}

/**
 * Whether the output of electron-builder speaks of a download that failed.
 * @param {string} output
 */
export const isFetchFailure = output =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|getaddrinfo|cannot resolve https|HTTPError|fetch failed|status code [45]\d\d/i.test(
    output,
  )

export const fetchFailureWords = `Похоже, не удалось скачать Electron или инструменты упаковщика (github.com). В закрытой сети:
  – распакуйте Electron той же версии, что в package.json, и назовите папку:
      ELECTRON_OVERRIDE_DIST_PATH=/путь/к/electron npm run dist -- --dir
  – для установщиков задайте зеркало: ELECTRON_MIRROR и ELECTRON_BUILDER_BINARIES_MIRROR;
  – или работайте в браузере: npm start -- --browser (Electron для этого не нужен).`
