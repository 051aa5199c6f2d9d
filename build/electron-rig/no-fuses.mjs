/** In the place of build/after-pack.mjs: the wire of Electron 25 is shorter, and the program does not lie in an archive. */
export default async function afterPack() {
  return undefined
}
