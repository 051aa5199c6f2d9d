import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

/** Modules a module loads when it is loaded itself; what is imported as a type only is not there when the program runs. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm)
  const late = source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [...found, ...late].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

/** Every module and package that is loaded with one, over any number of others. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>()
  const open = [resolve(root, entry)]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue
    loaded.add(file)
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) loaded.add(name)
      else if (name.endsWith('.ts')) open.push(resolve(dirname(file), name))
    }
  }
  return loaded
}

/**
 * A letter of 1.9 MB in a broken charset takes a parser seconds, whether it is opened, listed, imported as a file, fetched or
 * read again after an update. What the workstation's thread has not loaded it cannot run on it.
 */
test.each(['electron/workstation.ts', 'electron/host/workstation-process.ts'])(
  'the parser of letters is not loaded with %s',
  entry => {
    const loaded = loadedWith(entry)
    expect(loaded).toContain(resolve(root, 'electron/letters/letter-thread.ts'))
    expect(loaded).not.toContain('postal-mime')
    expect(loaded).not.toContain(resolve(root, 'electron/letters/read-letter.ts'))
  },
)

test('it is loaded with the thread of the letters', () => {
  expect(loadedWith('electron/letters/letter-worker.ts')).toContain('postal-mime')
})
