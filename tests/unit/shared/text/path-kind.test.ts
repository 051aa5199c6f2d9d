import { expect, test } from 'vitest'
import { systemOfPath, typedPathTrouble } from '../../../../shared/text/path-kind.ts'

const slashes = (path: string) => [
  path,
  path.replaceAll('\\', '/'),
  path.replace('\\', '/'),
  path.replace(/\\(?=[^\\]*$)/, '/'),
]
const outside = [
  ...['\\\\server\\share', '\\\\10.0.0.1\\c$', '\\\\server@SSL\\share', '\\\\server', '\\\\.\\pipe\\x', '\\\\.\\C:\\'],
  ...[
    '\\\\?\\C:\\x',
    '\\\\?\\UNC\\server\\share',
    '\\\\?\\GLOBALROOT\\Device\\Mup\\server\\x',
    '\\??\\C:\\x',
    '\\\\?',
    '\\\\.',
  ],
]

test.each(outside.flatMap(slashes))('%s is not looked at where somebody typed it', path => {
  expect(typedPathTrouble(path)).toContain('не принимается')
})
test.each([
  '/srv/videopriem',
  'C:\\Videopriem',
  'C:/Videopriem',
  'Z:\\',
  '/',
  '/a//b',
  '/srv/\\\\server',
  'C:\\a\\\\b',
  'records',
  '',
])('«%s» is judged by the folder itself', path => expect(typedPathTrouble(path)).toBeNull())
test.each([
  ['/srv/videopriem', 'posix'],
  ['C:\\Videopriem', 'windows'],
  ['C:/Videopriem', 'windows'],
  ['\\\\server\\share', 'windows'],
  ['//server/share', null],
  ['\\\\?\\C:\\x', null],
  ['\\\\.\\pipe\\x', null],
  ['\\??\\C:\\x', null],
  ['C:', null],
  ['records', null],
  ['/srv/\0', null],
])('%s is a path of %s', (path, system) => {
  expect(systemOfPath(path)).toBe(system)
})
