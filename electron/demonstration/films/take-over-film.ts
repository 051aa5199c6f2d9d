import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from '../../../shared/contract/accounts.ts'
import { type Reply, unwrap } from '../../../shared/contract/reply.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import type { ImportService } from '../../recording/import/import-service.ts'
import { drawTalk } from './draw-talk.ts'
import type { FilmOutline } from './film-outline.ts'

export interface FilmToTakeOver {
  readonly ffmpegPath: string
  readonly rootDirectory: string
  readonly who: Session
  readonly receptionId: string
  readonly outline: FilmOutline
  readonly imports: Pick<ImportService, 'begin' | 'receive' | 'check' | 'accept'>
  readonly signal: AbortSignal
}

/** Draws a file as Telemost's own recorder leaves it and adds it the way a person does. Rejects where that is refused. */
export async function takeOverFilm(film: FilmToTakeOver): Promise<void> {
  const { outline, who, receptionId, imports, signal } = film
  const [part] = outline.parts
  if (part === undefined) throw new Error('a reception that was never recorded has no film')
  const directory = join(film.rootDirectory, '.demonstration')
  const file = join(directory, 'telemost.webm')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  try {
    const madeAt = new Date(part.fromMs).toISOString()
    const durationMs = part.toMs - part.fromMs
    await drawTalk({ ...film, file, durationMs, isCitizenHeard: true, documents: [], madeAt })
    const fileName = `Встреча в Телемосте ${localDate(madeAt, who.body.timeZone)}.webm`
    const { size: byteLength } = await stat(file)
    const { importId, url } = await accepted(imports.begin(who, { receptionId, fileName, byteLength }))
    const received = await imports.receive(url.slice(url.lastIndexOf('/') + 1), createReadStream(file))
    if (received !== 204) throw new Error(`the file was not received: ${received}`)
    signal.throwIfAborted()
    const { warnings } = await accepted(imports.check(who, importId))
    await accepted(imports.accept(who, { importId, despite: warnings }))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const accepted = <Value>(reply: Promise<Reply<Value>>): Promise<Value> => unwrap(reply)
