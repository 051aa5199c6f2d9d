import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

/**
 * A modal takes the whole screen for one question. A file counts that draws one itself, by whatever name it imports it,
 * or uses a part of `renderer/ui` that draws one around what its user gives it: a wrapper does not make them fewer.
 */
const mostFiles = 14
const imported = /import\s*(?:type\s*)?\{([^}]*)\}\s*from '@mantine\/(?:core|modals)'/g
const modalNames = ['Modal', 'ModalBase', 'Drawer', 'modals', 'openModal', 'openConfirmModal']

function drawsModal(text: string): boolean {
  const names = [...text.matchAll(imported)].flatMap(([, list = '']) => list.split(','))
  return (
    names.some(name => modalNames.includes(name.trim().split(' ')[0] ?? '')) ||
    /<dialog\b|\.showModal\(|(?<!\[)aria-modal=/.test(text)
  )
}

function modalFiles(texts: ReadonlyMap<string, string>): string[] {
  const wrappers = [...texts].filter(([path, text]) => path.startsWith('renderer/ui/') && drawsModal(text))
  const usesWrapper = (text: string) =>
    wrappers.some(([path]) => text.includes(`/${basename(path)}'`) || text.includes(`'./${basename(path)}'`))
  return [...texts].filter(([, text]) => drawsModal(text) || usesWrapper(text)).map(([path]) => path)
}

test(`no more than ${mostFiles} files open a modal`, () => {
  const texts = new Map(globSync('renderer/**/*.tsx').map(path => [path, readFileSync(path, 'utf8')]))
  expect(texts.size).toBeGreaterThan(200)
  const files = modalFiles(texts)
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(mostFiles)
})

test('a modal by another name, and one behind a wrapper, are counted', () => {
  const wrapper = "import { Modal } from '@mantine/core'\nexport const Ask = () => <Modal opened onClose={close} />"
  const files = modalFiles(
    new Map([
      ['renderer/ui/ask.tsx', wrapper],
      ['renderer/features/a.tsx', "import { Ask } from '../ui/ask.tsx'\n<Ask />"],
      ['renderer/features/b.tsx', "import { Button, Modal as Window } from '@mantine/core'\n<Window />"],
      ['renderer/features/c.tsx', "import { Drawer } from '@mantine/core'"],
      ['renderer/features/d.tsx', "import { Button } from '@mantine/core'\n<Modality />"],
    ]),
  )
  expect(files).toEqual([
    'renderer/ui/ask.tsx',
    'renderer/features/a.tsx',
    'renderer/features/b.tsx',
    'renderer/features/c.tsx',
  ])
})
