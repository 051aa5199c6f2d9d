import { isIP } from 'node:net'

/**
 * @typedef {object} Configuration
 * @property {string} address where the signalling listens
 * @property {number} port 0 = any free one
 * @property {string | null} certificateFile PEM; null = a proxy of this computer speaks TLS
 * @property {string | null} keyFile
 * @property {string} token what opens the server
 * @property {string} mediaAddress where sound and picture come in
 * @property {string | null} announcedAddress what workplaces are told instead, behind NAT or with 0.0.0.0
 * @property {readonly [number, number]} mediaPorts first and last UDP port
 * @property {number} checksAtOnce
 */

/** Each check has one transport there and one back, a UDP port each. */
const portsOfCheck = 2

const defaults = {
  ...{ address: '127.0.0.1', port: 4443, certificateFile: null, keyFile: null, token: null },
  ...{ mediaAddress: '127.0.0.1', announcedAddress: null, mediaPorts: [40_000, 40_199], checksAtOnce: 20 },
}

/**
 * The configuration in a JSON text. Throws with words for the technician.
 * @param {string} text
 * @returns {Configuration}
 */
export function readConfiguration(text) {
  const given = parse(text)
  const stranger = Object.keys(given).find(key => !Object.hasOwn(defaults, key))
  if (stranger !== undefined) throw new Error(`неизвестная настройка «${stranger}»`)
  /** @type {Record<keyof Configuration, unknown>} */
  const told = { ...defaults, ...given }
  const { address, port, certificateFile, keyFile, token, mediaAddress, announcedAddress, mediaPorts, checksAtOnce } =
    told

  demand(isAddress(address), 'address: нужен IP-адрес')
  demand(isWhole(port, 0, 65_535), 'port: нужно число от 0 до 65535')
  demand(isFile(certificateFile) && isFile(keyFile), 'certificateFile, keyFile: нужен путь к файлу или null')
  demand((certificateFile === null) === (keyFile === null), 'certificateFile и keyFile задаются вместе')
  demand(
    certificateFile !== null || isLoopback(address),
    'без сертификата address может быть только 127.0.0.1 или ::1: ключ доступа не передаётся открыто',
  )
  demand(typeof token === 'string' && /^[\w-]{32,500}$/.test(token), 'token: от 32 до 500 знаков A–Z, a–z, 0–9, _ и -')
  demand(isAddress(mediaAddress), 'mediaAddress: нужен IP-адрес')
  demand(announcedAddress === null || isAddress(announcedAddress), 'announcedAddress: нужен IP-адрес или null')
  demand(
    announcedAddress !== null || !['0.0.0.0', '::'].includes(/** @type {string} */ (mediaAddress)),
    'announcedAddress: нужен, когда mediaAddress — все адреса сразу',
  )
  demand(isWhole(checksAtOnce, 1, 500), 'checksAtOnce: нужно число от 1 до 500')
  demand(isRange(mediaPorts), 'mediaPorts: нужны два числа от 1024 до 65535, первое не больше второго')
  const [first, last] = /** @type {readonly [number, number]} */ (mediaPorts)
  demand(
    last - first + 1 >= portsOfCheck * /** @type {number} */ (checksAtOnce),
    `mediaPorts: на каждую проверку нужно ${portsOfCheck} порта`,
  )
  return /** @type {Configuration} */ (told)
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parse(text) {
  /** @type {unknown} */
  let value
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, and with it the token.
    throw new Error('файл настроек — не JSON')
  }
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'файл настроек — не объект JSON')
  return /** @type {Record<string, unknown>} */ (value)
}

/**
 * @param {boolean} holds
 * @param {string} otherwise
 */
function demand(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

/** @param {unknown} value */
const isAddress = value => typeof value === 'string' && isIP(value) !== 0

/** @param {unknown} value */
const isLoopback = value => typeof value === 'string' && (value === '::1' || /^127\./.test(value))

/** @param {unknown} value */
const isFile = value => value === null || (typeof value === 'string' && value !== '')

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
const isWhole = (value, least, most) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** @param {unknown} value */
const isRange = value =>
  Array.isArray(value) && value.length === 2 && value.every(port => isWhole(port, 1024, 65_535)) && value[0] <= value[1]
