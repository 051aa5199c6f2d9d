import type { FolderCheck } from '../../../shared/contract/accounts.ts'
import { byteSizeText } from '../../../shared/text/byte-size.ts'
import { genitiveText, nouns } from '../../../shared/text/plural.ts'
import type { Tone } from '../../ui/tone.ts'
import type { FolderName } from './use-folder-check.ts'

/** A month of an ordinary workplace; below it the disk is full before anybody looks. */
const fewReceptions = 250

export interface FolderWords {
  readonly tone: Tone
  readonly room: string
  readonly warning: string | null
}

/** What was found out about a folder, in words; how much fits is said where recordings will lie. */
export function folderWords(
  name: FolderName,
  { freeBytes, roomInReceptions, onDiskOfDatabase }: FolderCheck,
): FolderWords {
  const free = `Папка подходит: свободно ${byteSizeText(freeBytes)}`
  if (name === 'backupDirectory') {
    return {
      tone: 'good',
      room: free,
      warning: onDiskOfDatabase
        ? 'Папка на том же диске, что и база данных: при поломке диска пропадёт и копия. Лучше другой диск или сетевая папка.'
        : null,
    }
  }
  const few = roomInReceptions < fewReceptions
  return {
    tone: few ? 'warn' : 'good',
    room: `${free}, этого хватит примерно для ${genitiveText(roomInReceptions, nouns.reception)}`,
    warning: null,
  }
}
