import { join } from 'node:path'

/**
 * How mediasoup's worker is built from the sources of its npm package with the system's own libraries, instead of the
 * ones its build downloads. Pure: texts in, text out.
 */

/** pkg-config names of what the worker links with; Debian 12 has exactly the versions mediasoup 3.12.16 asks for. */
export const workerLibraries = [
  ...['libuv', 'openssl', 'libsrtp2', 'usrsctp'],
  ...['absl_flat_hash_map', 'absl_strings', 'absl_optional', 'absl_inlined_vector'],
]

/**
 * The strings of a list in a meson file.
 * @param {string} meson
 * @param {string} name
 * @returns {string[]}
 */
export function mesonList(meson, name) {
  const list = new RegExp(`^${name} = \\[\\n([^\\]]*)\\]`, 'm').exec(meson)?.[1]
  if (list === undefined) throw new Error(`no list ${name}`)
  return [...list.matchAll(/'([^']+)'/g)].map(([, item]) => /** @type {string} */ (item))
}

/**
 * The text of build.ninja.
 * @param {{ worker: string, workerMeson: string, webrtcMeson: string, cflags: string, libs: string }} from `worker`:
 *   absolute folder of the sources; `cflags` and `libs`: pkg-config's answers
 */
export function workerNinja({ worker, workerMeson, webrtcMeson, cflags, libs }) {
  const webrtc = 'deps/libwebrtc'
  const sources = [
    ...mesonList(workerMeson, 'common_sources'),
    'src/main.cpp',
    ...mesonList(webrtcMeson, 'libwebrtc_sources').map(source => `${webrtc}/${source}`),
  ]
  const includes = [join(worker, 'include'), join(worker, webrtc), join(worker, webrtc, 'libwebrtc')]
  const flags = [
    // Built for a proof, not for load: little optimisation, half the time.
    ...['-std=c++17', '-O1', '-w', '-pipe', '-DMS_LITTLE_ENDIAN', '-DMS_EXECUTABLE'],
    // The worker says <srtp.h>, Debian keeps it a folder deeper.
    '-I/usr/include/srtp2',
    ...includes.map(folder => `-I${folder}`),
    cflags,
  ].join(' ')
  const objects = sources.map(source => `${source.replaceAll('/', '_')}.o`)
  return [
    'rule compile',
    `  command = g++ ${flags} -MD -MF $out.d -c $in -o $out`,
    '  depfile = $out.d',
    'rule link',
    `  command = g++ -o $out $in ${libs} -lpthread`,
    ...sources.map((source, index) => `build ${objects[index]}: compile ${join(worker, source)}`),
    `build mediasoup-worker: link ${objects.join(' ')}`,
    'default mediasoup-worker',
    '',
  ].join('\n')
}
