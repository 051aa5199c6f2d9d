import { expect, test } from 'vitest'
import { importPath, plainPath, recordingPath, splitTarget } from '../../../../electron/host/plain-path.ts'
import { hostileOwnPaths } from '../../../fixtures/hostile-links.ts'

test.each(['/', '/recorder', '/assets/index-Bx_9-aZ1.js', '/a/b/c.d.e'])('%s is plain', path =>
  expect(path).toMatch(plainPath),
)

test.each([
  ...hostileOwnPaths,
  '',
  'index.html',
  '*',
  'http://evil.example/',
  '/assets/a.js?x',
  '/assets/a.js#x',
  '/a\n',
])('%j is not', path => expect(path).not.toMatch(plainPath))

test.each([
  [`/imports/${'a'.repeat(20)}`, true],
  [`/imports/${'a'.repeat(19)}`, false],
  [`/imports/${'a'.repeat(101)}`, false],
  [`/imports/${'a'.repeat(20)}/x`, false],
  [`/imports/${'a'.repeat(20)}\n`, false],
])('%j brings a file in: %s', (path, isImport) => expect(importPath.test(path)).toBe(isImport))

test.each([
  ['/recordings/a', true],
  ['/recordings/a.webm', true],
  ['/recordings/.a', false],
  ['/recordings/a/b', false],
  ['/recordings/', false],
])('%j is a recording: %s', (path, isRecording) => expect(recordingPath.test(path)).toBe(isRecording))

test.each([
  ['/a', ['/a', '']],
  ['/a?', ['/a', '']],
  ['/a?b?c', ['/a', 'b?c']],
])('%s is split at the first mark', (target, parts) => expect(splitTarget(target)).toEqual(parts))
