#!/usr/bin/env node
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Stands in for fpm, which is no package of npm, as far as electron-builder asks it for a deb: the same files, scripts and
 * fields, packed by dpkg-deb itself. For a package that is looked at, never for one that is handed out.
 */
const valued = new Set([
  ...[
    '-s',
    '-t',
    '-d',
    '--package',
    '--architecture',
    '--version',
    '--name',
    '--maintainer',
    '--vendor',
    '--url',
    '--category',
  ],
  ...['--description', '--after-install', '--after-remove', '--deb-priority', '--deb-recommends', '--deb-compression'],
  ...['--license', '--log', '--iteration', '--rpm-rpmbuild-define', '--rpm-os', '--rpm-summary'],
])
/** @type {Map<string, string[]>} */
const given = new Map()
/** @type {string[]} */
const mappings = []
const rest = process.argv.slice(2)
while (rest.length > 0) {
  const argument = rest.shift() ?? ''
  if (valued.has(argument)) given.set(argument, [...(given.get(argument) ?? []), rest.shift() ?? ''])
  else if (argument.includes('=') && !argument.startsWith('-')) mappings.push(argument)
}
const one = (/** @type {string} */ name) => given.get(name)?.[0] ?? ''
const root = mkdtempSync(join(tmpdir(), 'deb-'))
for (const mapping of mappings) {
  const at = mapping.indexOf('=')
  const [from, to] = [mapping.slice(0, at), mapping.slice(at + 1)]
  if (!existsSync(from)) throw new Error(`nothing at ${from}`)
  const target = join(root, to)
  mkdirSync(statSync(from).isDirectory() ? target : dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
}
const control = join(root, 'DEBIAN')
mkdirSync(control)
const architecture = one('--architecture') === 'x64' ? 'amd64' : one('--architecture')
const lines = [
  ...[`Package: ${one('--name')}`, `Version: ${one('--version')}`, `Architecture: ${architecture}`],
  ...[
    `Maintainer: ${one('--maintainer')}`,
    `Priority: ${one('--deb-priority') || 'optional'}`,
    `Section: ${one('--category')}`,
  ],
  `Depends: ${(given.get('-d') ?? []).join(', ')}`,
  `Recommends: ${(given.get('--deb-recommends') ?? []).join(', ')}`,
  `Description: ${one('--description').split('\n').filter(Boolean).join('\n ')}`,
]
writeFileSync(join(control, 'control'), `${lines.filter(line => !/: $/.test(line)).join('\n')}\n`)
for (const [name, script] of /** @type {const} */ ([
  ['postinst', '--after-install'],
  ['postrm', '--after-remove'],
])) {
  if (!one(script)) continue
  writeFileSync(join(control, name), readFileSync(one(script)))
  chmodSync(join(control, name), 0o755)
}
execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, one('--package')], {
  stdio: 'inherit',
})
rmSync(root, { recursive: true })
