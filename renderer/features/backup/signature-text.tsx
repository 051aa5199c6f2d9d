import { backupTimeMs } from '../../../shared/backup/backup-name.ts'
import type { BackupCard, BackupSignature } from '../../../shared/contract/backup.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'

type Signed = Pick<BackupCard, 'name' | 'madeAt'>

/** What the signature of a copy says, in words; null where it is as it was made. */
export function signatureText(
  { name, madeAt }: Signed,
  signature: BackupSignature,
  timeZone: string,
): { tone: Tone; text: string } | null {
  switch (signature) {
    case 'signed':
      return null
    case 'unsigned':
      return { tone: 'warn', text: 'Не подписана: проверить, та ли это копия, нельзя' }
    case 'unreadable':
      return { tone: 'warn', text: 'Подпись проверить нельзя: ключ этого компьютера к копии не подходит' }
    case 'renamed': {
      const named = backupTimeMs(name)
      const as = named === null ? name : formatDateTime(named, timeZone)
      return { tone: 'bad', text: `Эта копия сделана ${formatDateTime(madeAt, timeZone)}, а названа ${as}` }
    }
    case 'altered':
      return { tone: 'bad', text: 'Список копии изменён: когда она сделана и что в ней, неизвестно' }
    case 'swapped':
      return { tone: 'bad', text: 'База в этой копии не та, о которой говорит её список' }
    default:
      return signature satisfies never
  }
}

interface SignatureNoteProps {
  copy: Signed
  signature: BackupSignature
  timeZone: string
}

/** The same as a line; nothing where it is as it was made. */
export function SignatureNote({ copy, signature, timeZone }: SignatureNoteProps) {
  const said = signatureText(copy, signature, timeZone)
  return said && <ToneText tone={said.tone}>{said.text}</ToneText>
}
