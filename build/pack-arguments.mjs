/** What `npm run dist` asks of electron-builder, and what it makes of its answer. Pure. */

export const distUsage = `npm run dist [-- ПАРАМЕТРЫ]
  --dir              только папка программы, без установщиков
  --publisher ИМЯ    кто подписывает: субъект сертификата, например «CN=Министерство, O=Министерство»; только Windows.
                     Сертификат — CSC_LINK и CSC_KEY_PASSWORD; без подписи такая сборка не удастся`

/**
 * null where the arguments cannot be understood.
 * @param {readonly string[]} args
 */
export function readDistArguments(args) {
  const asked = { dir: false, publisher: /** @type {string | null} */ (null) }
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--dir') asked.dir = true
    else if (args[at] === '--publisher' && /^CN=\S/.test(args[at + 1] ?? '')) asked.publisher = args[++at] ?? null
    else return null
  }
  return asked
}

/** @type {Readonly<Record<string, string>>} */
const systems = { win32: '--win', darwin: '--mac' }

/**
 * @param {object} order
 * @param {string} order.platform of this machine: native modules are installed for no other
 * @param {boolean} order.dir
 * @param {string | null} order.electronDist folder of an Electron that is already there; null = electron-builder fetches it
 * @param {string | null} order.publisher who signs; null = nobody, and updates are known by their hash only
 * @returns {string[]}
 */
export function packArguments({ platform, dir, electronDist, publisher }) {
  return [
    systems[platform] ?? '--linux',
    ...(dir ? ['dir'] : []),
    // Never to the address in electron-builder.yml: it is nobody's.
    ...['--publish', 'never'],
    // Updates of a program that names a signer have to be signed by it, so what is not signed must not leave as its build.
    ...(publisher === null
      ? []
      : [`-c.win.signtoolOptions.publisherName=${publisher}`, '-c.win.forceCodeSigning=true']),
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
