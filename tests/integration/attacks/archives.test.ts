import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { templateFault } from '../../../electron/documents/fill-template.ts'
import { unzipTexts } from '../../../electron/documents/unzip-texts.ts'
import { zipTexts } from '../../../electron/documents/zip.ts'
import { zipDirectory } from '../../../electron/documents/zip-directory.ts'
import { makeTelemostApi } from '../../../electron/telemost/api-client.ts'

/** Little that becomes very much when it is unpacked. */

const large = 60 * 1024 * 1024
const directoryEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const directoryEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** An archive whose directory tells another size of its first file. */
function lyingArchive(realBytes: number, toldBytes: number): Buffer {
  const archive = zipTexts([{ name: 'word/document.xml', text: ' '.repeat(realBytes) }])
  archive.writeUInt32LE(toldBytes, archive.indexOf(directoryEntry) + 24)
  return archive
}

test('a template that says it is small, and is not, is not opened', async () => {
  for (const told of [0, 1, 1_000, 50 * 1024 * 1024]) {
    expect(await templateFault(lyingArchive(large, told), [])).toEqual({ kind: 'notWord' })
  }
  expect(await templateFault(lyingArchive(large, large), [])).toEqual({ kind: 'tooBig' })
  // Neither is one that is less than it says.
  expect(await templateFault(lyingArchive(1_000, 2_000), [])).toEqual({ kind: 'notWord' })
})

test('an archive that is to be unpacked stops where its directory said', () => {
  expect(unzipTexts(lyingArchive(1_000, 1_000))[0]?.text).toHaveLength(1_000)
  expect(() => unzipTexts(lyingArchive(large, 1_000))).toThrow()
  expect(() => unzipTexts(lyingArchive(70 * 1024 * 1024, 70 * 1024 * 1024))).toThrow()
})

test.each([4, 6, 8, 10, 12, 16])('a directory whose field %i leads to a second one is none', field => {
  const archive = zipTexts([{ name: 'a.xml', text: 'a' }])
  expect(zipDirectory(archive)).toHaveLength(1)
  const at = archive.lastIndexOf(directoryEnd) + field
  if (field < 12) archive.writeUInt16LE(0xffff, at)
  else archive.writeUInt32LE(0xffffffff, at)
  expect(zipDirectory(archive)).toBeNull()
})

let server: Server | null = null
afterEach(() => server?.close())

test('a packed answer of a server is read up to the length of an answer', async () => {
  const bomb = gzipSync(Buffer.alloc(512 * 1024 * 1024))
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb)
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const beforeBytes = process.memoryUsage().rss
  expect(await makeTelemostApi({ address, token: 't' }).create('PUBLIC')).toEqual({ ok: false, problem: 'badAnswer' })
  expect(process.memoryUsage().rss - beforeBytes).toBeLessThan(200 * 1024 * 1024)
})
