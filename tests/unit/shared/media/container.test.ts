import { expect, test } from 'vitest'
import { containerOfFile, sniffContainer } from '../../../../shared/media/container.ts'

const bytes = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))

test.each([
  ['WebM', '\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'webm'],
  ['Matroska', '\x1a\x45\xdf\xa3\xa3B\x86\x81\x01B\x82\x88matroska', 'mkv'],
  ['MP4', '\0\0\0\x18ftypmp42', 'mp4'],
  ['a play list dressed as a film', '#EXTM3U\nfile:///etc/passwd', undefined],
  ['a picture', '\x89PNG\r\n\x1a\n', undefined],
  ['nothing', '', undefined],
])('%s', (_name, beginning, ending) => {
  expect(sniffContainer(bytes(beginning))?.ending).toBe(ending)
})

test.each([
  ['a.mp4', 'mov', 'video/mp4'],
  ['a.webm', 'matroska', 'video/webm'],
  ['a.mkv', 'matroska', 'video/webm'],
])('%s is opened as %s and played as %s', (name, demuxer, mimeType) => {
  expect(containerOfFile(name)).toMatchObject({ demuxer, mimeType })
})
