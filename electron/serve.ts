import { enableCompileCache, flushCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { forkWorkstation } from './browser/forked-workstation.ts'
import { openCodeCache } from './host/code-cache.ts'
import { readCommandLine, usage } from './host/command-line.ts'
import { makePrivateDirectory, usualProfileDirectory } from './host/profile.ts'
import { startAhead } from './host/start-ahead.ts'
import { profilePaths } from './profile-paths.ts'

/**
 * Entry of the browser host. The workstation's process is started first, before anything large is loaded here: the two
 * load beside each other. What is imported above is small for that reason; the host itself is loaded behind it, from
 * compiled code. It runs as its bundle in out/desktop: a thousand source files take a second longer to load than one.
 */

const programDirectory = import.meta.dirname

async function serve(): Promise<void> {
  const asked = readCommandLine(process.argv.slice(2), process.cwd())
  if (!asked) {
    console.error(usage)
    process.exit(1)
  }
  const { platform, env: environment } = process
  const { demonstration } = asked
  const profileDirectory =
    asked.profileDirectory ?? usualProfileDirectory({ platform, environment, home: homedir(), demonstration })
  makePrivateDirectory(profileDirectory)
  // Whoever starts the program may name another cache, as Node itself allows.
  const codeCache = environment.NODE_COMPILE_CACHE ?? openCodeCache(profilePaths(profileDirectory).codeCache)
  const entry = join(programDirectory, 'workstation-process.js')
  const workstations = startAhead(() => forkWorkstation({ entry, codeCacheDirectory: codeCache }))
  if (codeCache !== null) enableCompileCache(codeCache)
  const { openBrowserHost } = await import('./browser/browser-host.ts')
  const came = await openBrowserHost({
    asked,
    profileDirectory,
    programDirectory,
    spawnWorkstation: workstations.next,
  })
  if (came === 'taken') workstations.drop()
  // Otherwise written at a regular exit only, and the next start may follow a kill.
  flushCompileCache()
}

serve().catch(async error => {
  const { startFailureWords } = await import('./host/start-words.ts')
  console.error(startFailureWords(error))
  process.exit(1)
})
