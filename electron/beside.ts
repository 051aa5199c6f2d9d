/**
 * Address of a module that is started by path (a process, a thread) and stands beside the one that starts it: as
 * TypeScript where Node runs the sources, as JavaScript of the same name in the bundle of the desktop.
 * @param name without extension; the bundle's entry of that name (vite.desktop.config.ts)
 */
export function besideModule(moduleUrl: string, name: string): URL {
  const extension = new URL(moduleUrl).pathname.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./${name}.${extension}`, moduleUrl)
}
