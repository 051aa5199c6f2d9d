/** Modules with machine code and where their binary for a system lies. Pure. */

/** electron-builder's enum Arch. @type {readonly string[]} */
export const architectures = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

/** How @node-rs names what it was compiled with. @type {Readonly<Record<string, string>>} */
const compilers = { linux: '-gnu', win32: '-msvc', darwin: '' }

/**
 * Files below the root of the program that must lie outside of its archive.
 * @param {string} platform of the target, as Node names it
 * @param {string} arch
 */
export function neededNatives(platform, arch) {
  const target = `${platform}-${arch}`
  const argon2 = `${target}${compilers[platform] ?? ''}`
  return [
    `node_modules/better-sqlite3/prebuilds/${target}.node`,
    `node_modules/@node-rs/argon2-${argon2}/argon2.${argon2}.node`,
  ]
}
